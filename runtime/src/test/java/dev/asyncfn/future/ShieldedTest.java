package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.test.DeadlockError;
import dev.asyncfn.test.PollTrace;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShieldedTest {
    private final TaskProbe task = new TaskProbe();
    private final LocalPool pool = new LocalPool();
    private final Signal<AutoCloseable> signal = new Signal<>();
    private final List<String> closed = new ArrayList<>();
    private final Future<AutoCloseable> shielded = Futures.shielded(signal);

    private Poll<Void> pollDrop(Future<?> future) throws Exception {
        return future.pollDrop(task.context());
    }

    // ---- as long as nothing gives it up

    @Test
    void outcomePassesThrough() throws Exception {
        assertThat(task.poll(shielded)).isSameAs(Poll.pending());
        AutoCloseable value = () -> closed.add("closed");
        signal.complete(value);
        assertThat(task.poll(shielded)).isEqualTo(Poll.ready(value));
        assertThat(pollDrop(shielded).isReady()).isTrue();
        shielded.drop();
        assertThat(closed).isEmpty();
        assertThat(signal.drops).hasValue(0);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(shielded));
        TryFuture<String, IOException> failing =
                Futures.shielded(Futures.failingWith(Future.failed(new IOException("f")), IOException.class));
        assertThatThrownBy(() -> Async.blockOn(failing)).isInstanceOf(IOException.class);
        TryFuture<String, IOException> bounded =
                Futures.shielded(Futures.failingWith(Future.ready("v"), IOException.class), Duration.ofHours(1));
        assertThat(Async.blockOn(bounded)).isEqualTo("v");
    }

    @Test
    void hookOfTheFutureIsThatOfTheResult() throws Exception {
        List<String> heard = new ArrayList<>();
        Future<String> hooked = Futures.shielded(Futures.onUndelivered(Future.ready("value"), heard::add));
        assertThat(task.poll(hooked).isReady()).isTrue();
        hooked.undelivered().release("value");
        assertThat(heard).containsExactly("value");
    }

    // ---- pollDrop

    @Test
    void givenUpItIsPolledToItsEndAndItsValueIsReleasedOnce() throws Exception {
        task.poll(shielded);
        assertThat(pollDrop(shielded).isPending()).isTrue();
        assertThat(((Traced) shielded).state()).isEqualTo("shielded, given up");
        assertThat(((Traced) shielded).awaited()).isSameAs(signal);
        signal.complete(() -> closed.add("closed"));
        assertThat(task.takeWoken()).isTrue();
        assertThat(pollDrop(shielded).isReady()).isTrue();
        assertThat(pollDrop(shielded).isReady()).isTrue();
        shielded.drop();
        assertThat(closed).containsExactly("closed");
        assertThat(signal.drops).hasValue(0);
        assertThat(signal.polls).hasValue(3);
        assertThat(((Traced) shielded).state()).isEqualTo("DONE");
        assertThat(((Traced) shielded).awaited()).isNull();
        assertThat(task.held()).isZero();
    }

    @Test
    void failureIsOneOfTheCleanup() throws Exception {
        task.poll(shielded);
        pollDrop(shielded);
        IOException failure = new IOException("release");
        signal.fail(failure);
        assertThatThrownBy(() -> pollDrop(shielded)).isSameAs(failure);
        assertThat(pollDrop(shielded).isReady()).isTrue();
        shielded.drop();
        assertThat(signal.drops).hasValue(0);
    }

    @Test
    void failureToReleaseTheValueIsThrownOnce() throws Exception {
        task.poll(shielded);
        IOException failure = new IOException("close");
        signal.complete(() -> {
            throw failure;
        });
        assertThatThrownBy(() -> pollDrop(shielded)).isSameAs(failure);
        assertThat(pollDrop(shielded).isReady()).isTrue();
    }

    @Test
    void beforeItsFirstPollThereIsNothingToFinish() throws Exception {
        assertThat(pollDrop(shielded).isReady()).isTrue();
        assertThat(signal.polls).hasValue(0);
        assertThat(signal.drops).hasValue(1);
    }

    @Test
    void dropCannotWait() throws Exception {
        task.poll(shielded);
        shielded.drop();
        shielded.drop();
        assertThat(signal.drops).hasValue(1);
        assertThat(task.held()).isZero();
        assertThat(pollDrop(shielded).isReady()).isTrue();
    }

    @Test
    void dropEndsWhatPollDropWaitsFor() throws Exception {
        Future<AutoCloseable> bounded = Futures.shielded(signal, Duration.ofHours(1));
        task.poll(bounded);
        assertThat(pollDrop(bounded).isPending()).isTrue();
        bounded.drop();
        assertThat(signal.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    /** One that is woken all the time, and so leaves no budget for the bound, is found late nevertheless. */
    @Test
    void boundReachesAFutureThatIsNeverIdle() {
        TestExecutor executor = new TestExecutor(1);
        Future<Void> busy = cx -> {
            while (cx.proceed()) {
                executor.clock().advance(Duration.ofMillis(1));
            }
            return Poll.pending();
        };
        executor.run(inATask(() -> {
            JoinHandle<Void> handle = executor.spawn(Futures.shielded(busy, Duration.ofSeconds(1)));
            return Futures.andThen(
                    Futures.yieldNow(),
                    now -> Futures.andThen(Futures.yieldNow(), n -> {
                        handle.abort();
                        return Futures.orElse(handle, end -> Future.ready(null));
                    }));
        }));
        executor.close();
    }

    // ---- the bound

    /** A cleanup that takes two seconds, and notes how it ends. */
    private static final class Cleanup implements Future<String> {
        private final List<String> seen;
        private Sleep sleep;

        Cleanup(List<String> seen) {
            this.seen = seen;
        }

        @Override
        public Poll<String> poll(Context cx) {
            sleep = sleep == null ? Sleep.of(Duration.ofSeconds(2)) : sleep;
            if (sleep.poll(cx).isPending()) {
                return Poll.pending();
            }
            seen.add("done");
            return Poll.ready("value");
        }

        @Override
        public Poll<Void> pollDrop(Context cx) {
            seen.add("cut short");
            sleep.drop();
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            seen.add("dropped");
            if (sleep != null) {
                sleep.drop();
            }
        }
    }

    private static <T> Future<T> inATask(Supplier<Future<T>> made) {
        return Futures.andThen(Future.ready(null), start -> made.get());
    }

    private static Duration abortedAfterASecond(List<String> seen, Function<Future<String>, Future<String>> shield) {
        try (TestExecutor executor = new TestExecutor(1)) {
            executor.run(inATask(() -> {
                JoinHandle<String> handle = executor.spawn(shield.apply(new Cleanup(seen)));
                return Futures.andThen(
                        Sleep.of(Duration.ofSeconds(1)), slept -> handle.abortAndJoin(Duration.ofHours(1)));
            }));
            return executor.elapsed();
        }
    }

    @Test
    void boundBeginsWhenItIsGivenUp() {
        List<String> seen = new ArrayList<>();
        assertThat(abortedAfterASecond(seen, it -> Futures.shielded(it, Duration.ofMillis(1_500))))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(seen).containsExactly("done");
    }

    @Test
    void afterTheBoundItIsGivenUpLikeAnyOther() {
        List<String> seen = new ArrayList<>();
        assertThat(abortedAfterASecond(seen, it -> Futures.shielded(it, Duration.ofMillis(300))))
                .isEqualTo(Duration.ofMillis(1_300));
        assertThat(seen).containsExactly("cut short");
    }

    @Test
    void withoutAShieldItIsGivenUpAtOnce() {
        List<String> seen = new ArrayList<>();
        assertThat(abortedAfterASecond(seen, it -> it)).isEqualTo(Duration.ofSeconds(1));
        assertThat(seen).containsExactly("cut short");
    }

    @Test
    void boundThatHasPassedLetsItCleanUp() throws Exception {
        Future<String> waits = Futures.shielded(Futures.shielded(Futures.map(signal, v -> "v")), Duration.ZERO);
        task.poll(waits);
        assertThat(pollDrop(waits).isPending()).isTrue(); // for the shield within
        assertThat(((Traced) waits).state()).isEqualTo("no longer shielded");
        signal.complete(() -> {});
        assertThat(pollDrop(waits).isReady()).isTrue();
    }

    // ---- those who give up

    private enum Way {
        ABORT((executor, it) -> {
            JoinHandle<String> handle = executor.spawn(it);
            return Futures.andThen(Sleep.of(Duration.ofSeconds(1)), slept -> {
                handle.abort();
                handle.abort(); // a second one changes nothing
                return handle;
            });
        }),
        TIMEOUT((executor, it) -> Timeouts.timeout(Duration.ofSeconds(1), it)),
        TIMEOUT_IN_A_TIMEOUT((executor, it) ->
                Timeouts.timeout(Duration.ofMillis(1_500), Timeouts.timeout(Duration.ofSeconds(1), it))),
        RACE((executor, it) -> Futures.race(it, Futures.map(Sleep.of(Duration.ofSeconds(1)), slept -> "other"))),
        SCOPE((executor, it) -> TaskScope.run(executor, scope -> {
            scope.spawn(it);
            return Futures.andThen(
                    Sleep.of(Duration.ofSeconds(1)), slept -> Future.failed(new IllegalStateException("fails")));
        })),
        TOKEN((executor, it) -> {
            CancellationToken token = new CancellationToken();
            return Futures.map(
                    Futures.join(
                            Futures.orElse(token.runUntilCancelled(it), failure -> Future.ready("cancelled")),
                            Futures.map(Sleep.of(Duration.ofSeconds(1)), slept -> {
                                token.cancel();
                                return "";
                            })),
                    Pair::first);
        });

        private final BiFunction<TestExecutor, Future<String>, Future<String>> of;

        Way(BiFunction<TestExecutor, Future<String>, Future<String>> of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGivesItUpWaitsForItsEndUnderEverySchedule(Way way) {
        TestExecutor.explore(50, executor -> {
            List<String> seen = new ArrayList<>();
            executor.run(inATask(() ->
                    Futures.orElse(way.of.apply(executor, Futures.shielded(new Cleanup(seen))), failure -> {
                        assertThat(failure)
                                .isInstanceOfAny(
                                        ElapsedException.class, JoinException.class, IllegalStateException.class);
                        return Future.ready("given up");
                    })));
            assertThat(seen).containsExactly("done");
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(2));
            assertThat(executor.held()).isZero();
        });
    }

    /** Tries each decision of the executor once, depth first: a task that is aborted between any two polls of the other. */
    @Test
    void abortBetweenAnyTwoPollsLosesNothing() {
        List<Integer> schedule = new ArrayList<>();
        int schedules = 0;
        do {
            List<Integer> choices = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            List<Integer> prefix = List.copyOf(schedule);
            schedule.clear();
            try (TestExecutor executor = new TestExecutor(tasks -> {
                int made = choices.size();
                int choice = made < prefix.size() ? prefix.get(made) : 0;
                choices.add(tasks.size());
                schedule.add(choice);
                return choice;
            })) {
                JoinHandle<String> handle = executor.spawn(Futures.shielded(steps(3, seen)));
                executor.run(Futures.andThen(steps(3, new ArrayList<>()), now -> {
                    handle.abort();
                    return Futures.orElse(handle, end -> Future.ready("aborted"));
                }));
                assertThat(seen).isIn(List.of(), List.of("3", "2", "1", "end"));
                assertThat(executor.held()).isZero();
            }
            schedules++;
            while (!schedule.isEmpty() && schedule.get(schedule.size() - 1) + 1 >= choices.get(schedule.size() - 1)) {
                schedule.remove(schedule.size() - 1);
            }
            if (!schedule.isEmpty()) {
                schedule.set(schedule.size() - 1, schedule.get(schedule.size() - 1) + 1);
            }
        } while (!schedule.isEmpty());
        assertThat(schedules).isGreaterThan(20);
    }

    private static Future<String> steps(int count, List<String> seen) {
        if (count == 0) {
            seen.add("end");
            return Future.ready("end");
        }
        return Futures.andThen(
                Futures.lazy(() -> seen.add("" + count)),
                added -> Futures.andThen(Futures.yieldNow(), yielded -> steps(count - 1, seen)));
    }

    // ---- those who leave no time

    @Test
    void abortNowAndCloseLeaveNoTime() {
        List<String> seen = new ArrayList<>();
        JoinHandle<String> handle = pool.spawn(Futures.shielded(new Cleanup(seen)));
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(pool.dump().toString()).contains("shielded, given up");
        handle.abortNow();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        pool.spawn(Futures.shielded(new Cleanup(seen)));
        pool.runUntilStalled();
        pool.close();
        assertThat(seen).containsExactly("dropped", "dropped");
    }

    @Test
    void boundedCloseWaitsForItAndThenDropsIt() {
        List<String> seen = new ArrayList<>();
        pool.spawn(Futures.shielded(Futures.map(Sleep.of(Duration.ofMillis(5)), slept -> seen.add("done"))));
        pool.runUntilStalled();
        pool.close(Duration.ofMinutes(1));
        assertThat(seen).containsExactly("done");
        LocalPool other = new LocalPool();
        other.spawn(Futures.shielded(new Cleanup(seen)));
        other.runUntilStalled();
        other.close(Duration.ofMillis(1));
        assertThat(seen).containsExactly("done", "dropped");
    }

    // ---- what is seen of it

    @Test
    void deadlockNamesTheShieldThatNothingEnds() {
        TestExecutor executor = new TestExecutor(1);
        Signal<String> never = new Signal<>();
        assertThatThrownBy(() ->
                        executor.run(inATask(() -> Timeouts.timeout(Duration.ofSeconds(1), Futures.shielded(never)))))
                .isInstanceOf(DeadlockError.class)
                .hasMessageContaining("shielded, given up");
        executor.close();
    }

    @Test
    void traceShowsItInTheTree() throws Exception {
        List<String> lines = new ArrayList<>();
        Future<AutoCloseable> traced = PollTrace.of("release", shielded, lines::add);
        task.poll(traced);
        assertThat(String.join("\n", lines)).contains("shielded");
        assertThat(traced.pollDrop(task.context()).isPending()).isTrue();
        signal.complete(() -> closed.add("closed"));
        assertThat(traced.pollDrop(task.context()).isReady()).isTrue();
        assertThat(closed).containsExactly("closed");
    }
}
