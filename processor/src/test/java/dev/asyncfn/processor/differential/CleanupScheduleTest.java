package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Async fns whose cleanup awaits, given up by each of those who can, under many schedules and at each await. The traces are those of the
 * bodies with an exception at that await, to the end of the cleanup; and who gives up waits for that end.
 */
class CleanupScheduleTest {
    private static final Compiled COMPILED = Corpus.compiledAlone("drops", "Drops");

    private static final Compiled DROP_REFERENCE = CorpusCompiler.dropReference(COMPILED);

    private static final int SCHEDULES = 40;
    /** How long each poll takes, in virtual time. */
    private static final Duration STEP = Duration.ofMillis(2);

    private static final List<String> BODIES = List.of(
            "finallysThatAwait",
            "twoFailingFinallys",
            "catchesThatDoNotSeeIt",
            "finallyThatContinues",
            "loopInAFinally",
            "failuresAfterAwaits",
            "cleanupThatRecovers",
            "failingAwaitInATryThatCatches",
            "awaitsInnerAlone",
            "innerAsyncFn");

    /** A future under test, each poll of which takes its time; it notes where it is given up. */
    private static final class Observed implements Future<Object> {
        private final Body body;
        private final Trace trace = new Trace(Pace.pendingOnce());
        private final Future<?> future;
        private Sleep step;
        private boolean begun;
        private boolean ended;
        private boolean hurried;
        /** The number of the leaf at which it was given up; 0 if it was not, or had not begun. */
        private int givenUpAt;

        private boolean givenUp;
        /** What its handle told of it, if it has one that failed. */
        private Throwable told;

        Observed(String body) {
            this.body = new Body("drops", "bodies.drops.Drops", body, true);
            this.future = this.body.newFuture(COMPILED, trace);
        }

        private boolean waits(Context cx) {
            if (step == null) {
                step = Sleep.of(STEP);
            }
            if (step.poll(cx).isPending()) {
                return true;
            }
            step = null;
            return false;
        }

        @Override
        public Poll<Object> poll(Context cx) throws Exception {
            if (waits(cx)) {
                return Poll.pending();
            }
            begun = true;
            ended = true; // unless it is pending
            Poll<?> poll = future.poll(cx);
            ended = poll.isReady();
            return poll instanceof Poll.Ready<?> ready ? Poll.ready(ready.value()) : Poll.pending();
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            if (!givenUp) {
                givenUp = true;
                givenUpAt = begun ? trace.suspendedOn() : 0;
                trace.cleaningUp();
            }
            if (waits(cx)) {
                return Poll.pending();
            }
            ended = true;
            Poll<Void> poll = future.pollDrop(cx);
            ended = poll.isReady();
            return poll;
        }

        @Override
        public void drop() {
            hurried |= begun && !ended;
            future.drop();
            if (step != null) {
                step.drop();
            }
        }

        /** Whoever gave it up must have waited. */
        void check() {
            assertThat(hurried).as("dropped in its cleanup").isFalse();
            assertThat(trace.violations()).isEmpty();
            if (!begun) {
                assertThat(trace.entries()).isEmpty();
                return;
            }
            assertThat(ended).as("ended").isTrue();
            Trace reference = givenUp ? Trace.droppedAt(givenUpAt) : new Trace(Pace.ready());
            Outcome expected = body.runBlocking(givenUp ? DROP_REFERENCE : COMPILED, reference);
            assertThat(trace.entries()).isEqualTo(reference.entries());
            if (givenUp && told != null) {
                boolean fails = expected.result().startsWith("throws " + Boom.class.getName());
                assertThat(told)
                        .isInstanceOfSatisfying(
                                JoinException.class,
                                end -> assertThat(end.isCancelled()).isEqualTo(!fails));
            }
        }
    }

    /** Gives up a future after some steps, or before it has begun, and ends when the future has ended. */
    private enum Way {
        ABORT {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                JoinHandle<Object> handle = executor.spawn("observed", observed);
                return Futures.andThen(Sleep.of(after), slept -> {
                    handle.abort();
                    return told(handle, observed);
                });
            }
        },
        ABORT_AND_JOIN {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                JoinHandle<Object> handle = executor.spawn("observed", observed);
                return Futures.andThen(
                        Sleep.of(after),
                        slept -> Futures.orElse(
                                handle.abortAndJoin(Duration.ofHours(1)), failure -> Future.ready(null)));
            }
        },
        TIMEOUT {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                return expecting(Timeouts.timeout(after, observed), ElapsedException.class);
            }
        },
        RACE {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                return expecting(
                        Futures.race(List.of(observed, Futures.map(Sleep.of(after), slept -> (Object) "first"))),
                        Boom.class);
            }
        },
        FAILED_SCOPE {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                Future<Object> scope = TaskScope.run(executor, inside -> {
                    inside.spawn(observed);
                    return Futures.andThen(Sleep.of(after), slept -> {
                        throw new IllegalStateException("the scope fails");
                    });
                });
                return expecting(scope, IllegalStateException.class);
            }
        },
        FAILED_CHILD {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                Future<Object> scope = TaskScope.run(executor, inside -> {
                    inside.spawn(Futures.map(Sleep.of(after), slept -> {
                        throw new IllegalStateException("a child fails");
                    }));
                    return observed; // the body itself is given up
                });
                return expecting(scope, IllegalStateException.class);
            }
        },
        CLOSED_SCOPE {
            @Override
            Future<?> giveUp(TestExecutor executor, Observed observed, Duration after) {
                Future<Object> scope = TaskScope.run(executor, inside -> {
                    inside.spawn(observed);
                    return Futures.andThen(Sleep.of(after), slept -> {
                        inside.abortAll();
                        return Future.ready("end");
                    });
                });
                return expecting(scope, Boom.class);
            }
        };

        abstract Future<?> giveUp(TestExecutor executor, Observed observed, Duration after);

        /** The handle of an aborted task tells of a cleanup that failed. */
        private static Future<?> told(JoinHandle<Object> handle, Observed observed) {
            return Futures.orElse(handle, failure -> {
                observed.told = failure;
                return Future.ready(null);
            });
        }

        private static Future<?> expecting(Future<Object> future, Class<? extends Exception> failure) {
            return Futures.orElse(future, thrown -> {
                assertThat(thrown).isInstanceOfAny(failure, Boom.class);
                return Future.ready("failed");
            });
        }
    }

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Way way : Way.values()) {
            BODIES.forEach(body -> cases.add(Arguments.of(way, body)));
        }
        return cases;
    }

    /** Two at once, so that their cleanups interleave. */
    @ParameterizedTest
    @MethodSource("cases")
    void cleanupRunsToItsEndUnderEverySchedule(Way way, String body) {
        Set<Integer> givenUpAt = new HashSet<>();
        TestExecutor.explore(SCHEDULES, executor -> {
            Observed one = new Observed(body);
            Observed other = new Observed("loopInAFinally");
            executor.run(inATask(() -> Futures.join(
                    way.giveUp(executor, one, after(executor.seed())),
                    way.giveUp(executor, other, after(executor.seed() / 3)))));
            one.check();
            other.check();
            givenUpAt.add(one.givenUpAt);
        });
        assertThat(givenUpAt).as("the leaves at which it was given up").hasSizeGreaterThan(1);
    }

    /** What is made there has the virtual time of the executor. */
    private static <T> Future<T> inATask(Supplier<Future<T>> made) {
        return Futures.andThen(Future.ready(null), start -> made.get());
    }

    /** Between two steps, or before all of them. */
    private static Duration after(long seed) {
        return STEP.multipliedBy(seed % 9).plusMillis(1);
    }

    // ---- cleanups that hang

    /** What comes behind the await that hangs still runs, as far as it need not wait. */
    @Test
    void boundEndsACleanupThatHangs() {
        TestExecutor.explore(SCHEDULES, executor -> {
            Trace trace = new Trace(Pace.ready());
            JoinHandle<?> handle = executor.spawn(hanging(trace));
            executor.run(inATask(() -> Futures.andThen(
                    Sleep.of(Duration.ofSeconds(1)), slept -> handle.abortAndJoin(Duration.ofSeconds(5)))));
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(6));
            assertThat(handle.isFinished()).isTrue();
            assertThat(trace.entries()).containsExactly("open a", "cleanup hangs", "outer", "close a");
        });
    }

    /** The bound of the task ends also what the timeout, the race and the scope in it wait for. */
    @Test
    void boundReachesTheCleanupsOfATimeoutARaceAndAScope() {
        TestExecutor.explore(SCHEDULES, executor -> {
            List<Trace> traces = List.of(new Trace(Pace.ready()), new Trace(Pace.ready()), new Trace(Pace.ready()));
            Duration soon = Duration.ofMillis(10);
            executor.run(inATask(() -> {
                JoinHandle<?> timeout = executor.spawn(Timeouts.timeout(soon, hanging(traces.get(0))));
                JoinHandle<?> race = executor.spawn(
                        Futures.race(List.of(hanging(traces.get(1)), Futures.map(Sleep.of(soon), slept -> null))));
                JoinHandle<?> scope = executor.spawn(TaskScope.run(executor, inside -> {
                    inside.spawn(hanging(traces.get(2)));
                    return Futures.andThen(Sleep.of(soon), slept -> {
                        inside.abortAll();
                        return Future.ready("end");
                    });
                }));
                return Futures.andThen(Sleep.of(Duration.ofSeconds(1)), slept -> {
                    List.of(timeout, race, scope)
                            .forEach(task -> assertThat(task.isFinished()).isFalse());
                    return Futures.joinAll(List.of(joined(timeout), joined(race), joined(scope)));
                });
            }));
            executor.runUntilStalled(); // the child of a scope that was dropped may end a little later
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(6));
            assertThat(traces)
                    .allSatisfy(trace ->
                            assertThat(trace.entries()).containsExactly("open a", "cleanup hangs", "outer", "close a"));
        });
    }

    private static Future<Object> joined(JoinHandle<?> handle) {
        return Futures.orElse(
                Futures.map(handle.abortAndJoin(Duration.ofSeconds(5)), ended -> null), failure -> Future.ready(null));
    }

    @Test
    void closeEndsACleanupThatHangs() {
        Trace trace = new Trace(Pace.ready());
        TestExecutor executor = new TestExecutor(1);
        JoinHandle<?> handle = executor.spawn(hanging(trace));
        executor.runUntilStalled();
        executor.close();
        assertThat(handle.isFinished()).isTrue();
        assertThat(trace.entries()).containsExactly("open a", "cleanup hangs", "outer", "close a");
    }

    @SuppressWarnings("unchecked")
    private static Future<Object> hanging(Trace trace) {
        return (Future<Object>)
                new Body("drops", "bodies.drops.Drops", "cleanupThatHangs", true).newFuture(COMPILED, trace);
    }
}
