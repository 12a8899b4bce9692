package dev.asyncfn.faults;

import static dev.asyncfn.faults.Situation.explore;
import static dev.asyncfn.faults.Situation.millis;
import static dev.asyncfn.faults.Situation.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.future.Selection;
import dev.asyncfn.future.Triple;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.ManualFuture;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Interval;
import dev.asyncfn.time.MissedTickBehavior;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What users of other libraries have found broken in tasks, scopes, combinators and time. */
class TasksAsExpectedTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void valuesThatAreNullComeThroughEveryJoin() throws Exception {
        Future<Void> nothing = Future.ready(null);
        assertThat(value(task.poll(Futures.join(nothing, Future.ready(1), Future.ready(null)))))
                .isEqualTo(new Triple<>(null, 1, null));
        assertThat(value(task.poll(Futures.joinAll(List.of(Future.ready(null), Future.ready(null))))))
                .isEqualTo(Arrays.asList(null, null));
        assertThat(value(task.poll(Futures.tryJoinAll(List.of(Future.ready(null))))))
                .isEqualTo(Arrays.asList((Object) null));
        assertThat(value(task.poll(Futures.select(nothing, Future.pending())))).isInstanceOf(Either.Left.class);
        assertThat(value(task.poll(Futures.raceOk(List.of(Future.failed(new Exception()), nothing)))))
                .isNull();
    }

    @Test
    void theInnerOfTwoTimeoutsThatEndAtOnceIsTheOneThatIsThrown() {
        explore(20, executor -> {
            Future<Void> inner = Timeouts.timeout(millis(10), Future.<Void>pending());
            assertThatThrownBy(() -> executor.run(Timeouts.timeout(millis(10), inner)))
                    .isInstanceOf(ElapsedException.class)
                    .hasNoSuppressedExceptions();
            assertThat(executor.elapsed()).isEqualTo(millis(10));
        });
    }

    @Test
    void aTimeoutThatIsCaughtWithinAnotherLeavesThatRunning() {
        explore(20, executor -> {
            Future<String> inner = Futures.orElse(
                    Timeouts.timeout(millis(10), Future.<String>pending()),
                    late -> Futures.map(Sleep.of(millis(20)), slept -> "second"));
            assertThat(executor.run(Timeouts.timeout(millis(31), inner))).isEqualTo("second");
            assertThat(executor.elapsed()).isEqualTo(millis(30));
        });
    }

    @Test
    void theValueWinsOverATimeoutOfTheSameInstant() {
        explore(20, executor -> {
            Future<String> inTime = Futures.map(Sleep.of(millis(10)), slept -> "value");
            String value = executor.run(Timeouts.timeout(millis(10), inTime));
            assertThat(value).isEqualTo("value");
        });
    }

    @Test
    void theDelayOfARetryIsNotPartOfTheTimeoutOfAnAttempt() {
        explore(5, executor -> {
            AtomicInteger attempts = new AtomicInteger();
            Future<String> retried = RetryPolicy.fixed(millis(100))
                    .maxAttempts(3)
                    .retry(() -> {
                        int attempt = attempts.incrementAndGet();
                        return Timeouts.timeout(
                                millis(10), Futures.map(Sleep.of(millis(attempt == 3 ? 5 : 50)), slept -> "value"));
                    });
            assertThat(executor.run(retried)).isEqualTo("value");
            assertThat(executor.elapsed()).isEqualTo(millis(10 + 100 + 10 + 100 + 5));
        });
    }

    @Test
    void aTaskThatAbortsItselfStillHasTheValueOfThatPoll() {
        try (LocalPool pool = new LocalPool()) {
            List<JoinHandle<String>> self = new ArrayList<>();
            self.add(pool.spawn(Futures.lazy(() -> {
                self.get(0).abort();
                return "value";
            })));
            self.add(pool.spawn(Futures.pollFn(cx -> {
                self.get(1).abort();
                return Poll.pending();
            })));
            pool.run();
            assertThat(Async.blockOn(self.get(0))).isEqualTo("value");
            assertThatThrownBy(() -> Async.blockOn(self.get(1)))
                    .isInstanceOfSatisfying(
                            JoinException.class,
                            join -> assertThat(join.isCancelled()).isTrue());
        }
    }

    @Test
    void aSetCanBeUsedAgainAfterItWasAborted() {
        explore(20, executor -> {
            try (JoinSet<String> set = new JoinSet<>(executor)) {
                set.spawn(Future.pending());
                set.abortAll();
                assertThat(executor.run(set.joinNext()).failure().isCancelled()).isTrue();
                set.spawn(Future.ready("again"));
                assertThat(executor.run(set.joinNext()).value()).isEqualTo("again");
                assertThat(executor.run(set.joinNext())).isNull();
            }
        });
    }

    @Test
    void aTrackerThatIsClosedBeforeItsTasksEndWaitsForThoseThatTheySpawn() {
        explore(50, executor -> {
            TaskTracker tracker = new TaskTracker(executor);
            AtomicInteger ended = new AtomicInteger();
            tracker.spawn(Futures.andThen(Sleep.of(millis(5)), slept -> {
                tracker.spawn(Futures.map(Sleep.of(millis(5)), again -> ended.incrementAndGet()));
                return Future.ready(ended.incrementAndGet());
            }));
            tracker.close();
            executor.run(tracker.drained());
            assertThat(ended).hasValue(2);
        });
    }

    @Test
    void aCancelledChildLeavesItsParentAndItsSiblings() {
        CancellationToken parent = new CancellationToken();
        CancellationToken one = parent.child();
        CancellationToken two = parent.child();
        one.cancel();
        assertThat(parent.isCancelled()).isFalse();
        assertThat(two.isCancelled()).isFalse();
        parent.cancel();
        assertThat(two.isCancelled()).isTrue();
        assertThat(parent.child().isCancelled()).isTrue();
    }

    @Test
    void aTokenThatIsCancelledBeforeStartsNothing() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> task.poll(token.runUntilCancelled(Futures.lazy(calls::incrementAndGet))))
                .isInstanceOf(CancellationException.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void aFailedChildOfASupervisingScopeIsSeenByItsHandleAlone() {
        explore(50, executor -> {
            String outcome = executor.run(TaskScope.supervise(executor, scope -> {
                JoinHandle<String> bad = scope.spawn(Future.failed(new Exception("bad")));
                JoinHandle<String> good = scope.spawn(Futures.map(Sleep.of(millis(1)), slept -> "good"));
                return Futures.andThen(
                        Futures.orElse(bad, failure -> Future.ready("caught")),
                        caught -> Futures.map(good, value -> caught + value));
            }));
            assertThat(outcome).isEqualTo("caughtgood");
        });
    }

    @Test
    void aScopeWithinASupervisingOneFailsAsAWholeAndAlone() {
        explore(50, executor -> {
            ManualFuture<String> sibling = ManualFuture.named("sibling");
            String outcome = executor.run(TaskScope.supervise(
                    executor,
                    outer -> Futures.orElse(
                            TaskScope.run(outer, inner -> {
                                inner.spawn(sibling);
                                inner.spawn(Future.failed(new IllegalStateException("bad")));
                                return Future.<String>pending();
                            }),
                            failure -> Future.ready(failure.getMessage()))));
            assertThat(outcome).isEqualTo("bad");
            assertThat(sibling.holdsWaker()).isFalse();
            assertThat(sibling.ready("late")).isFalse();
        });
    }

    @Test
    void aSelectionHasNoBranchButTheOneThatWon() throws Exception {
        ManualFuture<String> loser = ManualFuture.named("loser");
        assertThat(value(task.poll(Selection.<String>biased()
                        .on(loser, lost -> "lost")
                        .on(Future.ready(1), one -> "won")
                        .first())))
                .isEqualTo("won");
        assertThat(loser.holdsWaker()).isFalse();
    }

    @Test
    void aTaskLocalIsThatOfTheCleanupToo() {
        TaskLocal<String> name = TaskLocal.of("name");
        List<String> seen = new ArrayList<>();
        Future<Void> looking = new Future<>() {
            @Override
            public Poll<Void> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) {
                seen.add(name.orElse("none"));
                return Poll.ready(null);
            }

            @Override
            public void drop() {
                seen.add(name.orElse("none"));
            }
        };
        try (LocalPool pool = new LocalPool()) {
            JoinHandle<Void> aborted = pool.spawn(name.where("aborted", looking));
            pool.runUntilStalled();
            aborted.abort();
            pool.runUntilStalled();
        }
        assertThat(seen).containsExactly("aborted");
        assertThat(name.isBound()).isFalse();
    }

    @Test
    void theItemsOfAStreamSeeTheTaskLocalsOfWhoPollsIt() throws Exception {
        TaskLocal<String> name = TaskLocal.of("name");
        var stream = Streams.repeatWith(() -> name.orElse("none"));
        assertThat(value(task.poll(name.where("a", stream.next())))).isEqualTo("a");
        assertThat(value(task.poll(stream.next()))).isEqualTo("none");
    }

    @Test
    void theChildrenOfAScopeHaveTheTaskLocalsOfWhereTheyWereSpawned() {
        TaskLocal<String> name = TaskLocal.of("name");
        explore(20, executor -> {
            Future<String> outer = TaskScope.run(
                    executor,
                    scope -> name.where(
                            "inner",
                            Futures.andThen(
                                    Futures.yieldNow(), nothing -> scope.spawn(Futures.<String>lazy(name::get)))));
            String seen = executor.run(name.where("outer", outer));
            assertThat(seen).isEqualTo("inner");
        });
    }

    @Test
    void anIntervalThatWasNotAskedForAWhileTicksAsItsBehaviorSays() {
        for (MissedTickBehavior behavior : MissedTickBehavior.values()) {
            explore(1, executor -> {
                Interval interval = Interval.of(millis(10));
                interval.setMissedTickBehavior(behavior);
                executor.run(interval.tick());
                executor.run(Sleep.of(millis(35)));
                executor.run(interval.tick());
                assertThat(executor.elapsed()).isEqualTo(millis(35));
                executor.run(interval.tick());
                long next = executor.elapsed().toMillis();
                assertThat(next)
                        .isEqualTo(
                                switch (behavior) {
                                    case BURST -> 35;
                                    case DELAY -> 45;
                                    case SKIP -> 40;
                                });
            });
        }
    }

    @Test
    void aSleepThatIsSetBackIsOverAtOnceAndOneThatIsPutOffIsNot() {
        explore(1, executor -> {
            Sleep sleep = Sleep.of(millis(10));
            executor.run(sleep);
            sleep.reset(millis(5));
            executor.run(sleep);
            assertThat(executor.elapsed()).isEqualTo(millis(15));
            sleep.resetUntil(0);
            executor.run(sleep);
            assertThat(executor.elapsed()).isEqualTo(millis(15));
        });
    }

    @Test
    void virtualTimeStandsStillWhileATaskCanGoOn() {
        explore(50, executor -> {
            executor.spawn("busy", yields(50));
            executor.run(Timeouts.timeout(millis(1), yields(50)));
            assertThat(executor.elapsed()).isZero();
        });
    }

    private static Future<Void> yields(int times) {
        return times == 0 ? Future.ready(null) : Futures.andThen(Futures.yieldNow(), nothing -> yields(times - 1));
    }
}
