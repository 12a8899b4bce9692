package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.Garbage;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Shared;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.Interval;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestExecutorTest {
    private final TestExecutor executor = new TestExecutor(7);

    @AfterEach
    void close() {
        executor.close();
    }

    /** Ten tasks that yield and sleep, and the order in which they went. */
    private static String raceOf(TestExecutor executor) {
        StringBuilder trace = new StringBuilder();
        executor.traceTo(line -> trace.append(line).append('\n'));
        List<JoinHandle<Object>> handles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int task = i;
            handles.add(executor.spawn(Steps.of((step, value) -> switch (step) {
                case 0 -> Futures.yieldNow();
                case 1 -> Sleep.of(Duration.ofMillis(task % 3));
                default -> null;
            })));
        }
        executor.run(Futures.joinAll(handles));
        return trace.toString();
    }

    @Nested
    class Schedules {
        @Test
        void theSameSeedGivesTheSameTraceToTheByte() {
            String trace = raceOf(executor);
            try (TestExecutor again = new TestExecutor(7)) {
                assertThat(raceOf(again)).isEqualTo(trace);
            }
            assertThat(trace).contains("PT0S task 1, poll 1: pending\n").contains("PT0.002S root, poll");
        }

        @Test
        void otherSeedsGiveOtherOrders() {
            Set<String> traces = new HashSet<>();
            for (long seed = 0; seed < 20; seed++) {
                try (TestExecutor other = new TestExecutor(seed)) {
                    traces.add(raceOf(other));
                }
            }
            assertThat(traces).hasSizeGreaterThan(15);
        }

        @Test
        void everyOrderOfAFewTasksComesUp() {
            assertThat(orders(2)).hasSize(2);
            assertThat(orders(3)).hasSize(6);
            assertThat(orders(4)).hasSize(24);
        }

        private static Set<List<Integer>> orders(int tasks) {
            Set<List<Integer>> orders = new HashSet<>();
            TestExecutor.explore(300, tried -> {
                List<Integer> order = new ArrayList<>();
                for (int i = 0; i < tasks; i++) {
                    int task = i;
                    tried.spawn(Futures.pollFn(cx -> {
                        order.add(task);
                        return Poll.ready(null);
                    }));
                }
                tried.runUntilStalled();
                orders.add(order);
            });
            return orders;
        }

        @Test
        void exploreTellsTheSeedThatFailsAndHowItWent() {
            TestExecutor.Body losesAnUpdate = tried -> {
                int[] balance = {0};
                JoinHandle<Object> one = tried.spawn("one", racyDeposit(balance));
                JoinHandle<Object> two = tried.spawn("two", racyDeposit(balance));
                tried.run(Futures.join(one, two));
                assertThat(balance[0]).isEqualTo(2);
            };
            assertThatThrownBy(() -> TestExecutor.explore(100, losesAnUpdate))
                    .isInstanceOfSatisfying(ScheduleError.class, error -> {
                        assertThat(error)
                                .hasMessageContaining("seed " + error.seed() + " fails")
                                .hasMessageContaining("PT0S one, poll 2: ready")
                                .hasCauseInstanceOf(AssertionError.class);
                        assertThatThrownBy(() -> losesAnUpdate.run(new TestExecutor(error.seed())))
                                .hasMessage(error.getCause().getMessage());
                    });
        }

        /** Reads, lets others run, writes. */
        private static Future<Object> racyDeposit(int[] balance) {
            int[] seen = new int[1];
            return Steps.of((step, value) -> {
                if (step == 0) {
                    seen[0] = balance[0];
                    return Futures.yieldNow();
                }
                balance[0] = seen[0] + 1;
                return null;
            });
        }

        @Test
        void exploreTellsABodyThatDependsOnSomethingElse() {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> TestExecutor.explore(
                            5, 3, tried -> assertThat(runs.incrementAndGet()).isNotEqualTo(2)))
                    .isInstanceOfSatisfying(
                            ScheduleError.class,
                            error -> assertThat(error.seed()).isEqualTo(6))
                    .hasMessageContaining("depends on something else");
        }

        @Test
        void exploringNothingIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> TestExecutor.explore(0, tried -> {}));
        }
    }

    @Nested
    class Time {
        @Test
        void jumpsToTheNextTimerWhenNoTaskCanGoOn() {
            executor.run(Sleep.of(Duration.ofHours(5), executor.clock()));
            assertThat(executor.elapsed()).isEqualTo(Duration.ofHours(5));
        }

        @Test
        void theVirtualClockIsCurrentInTasks() {
            List<Duration> woken = new ArrayList<>();
            executor.run(Steps.of((step, value) -> {
                woken.add(executor.elapsed());
                return step == 3 ? null : Sleep.of(Duration.ofDays(1));
            }));
            assertThat(woken)
                    .containsExactly(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3));
        }

        @Test
        void doesNotPassWhileATaskCanGoOn() {
            int[] polls = new int[1];
            executor.spawn(Steps.of((step, value) -> {
                polls[0] = step;
                return step == 100 ? null : Futures.yieldNow();
            }));
            executor.run(Steps.of((step, value) -> step == 0 ? Sleep.of(Duration.ofNanos(1)) : null));
            assertThat(polls[0]).isEqualTo(100);
        }

        @Test
        void runUntilStalledDoesNotLetItPass() {
            JoinHandle<Object> sleeper =
                    executor.spawn(Steps.of((step, value) -> step == 0 ? Sleep.of(Duration.ofSeconds(1)) : null));
            executor.runUntilStalled();
            assertThat(sleeper.isFinished()).isFalse();
            executor.clock().advance(Duration.ofSeconds(1));
            executor.runUntilStalled();
            assertThat(sleeper.isFinished()).isTrue();
        }
    }

    @Nested
    class Outcomes {
        @Test
        void runGivesTheValueAndLeavesTheOtherTasks() {
            executor.spawn(new Notify().notified());
            assertThat(executor.run(Future.ready("value"))).isEqualTo("value");
            assertThat(executor.size()).isOne();
        }

        @Test
        void runThrowsWhatTheRootThrewAsItIs() {
            IOException thrown = new IOException("thrown");
            assertThatThrownBy(() -> executor.run(Future.failed(thrown))).isSameAs(thrown);
            TryFuture<String, IOException> declared = cx -> {
                throw thrown;
            };
            assertThatThrownBy(() -> executor.run(declared)).isSameAs(thrown);
        }

        @Test
        void anAssertionErrorInAnyTaskEndsTheRun() {
            AssertionError failed = new AssertionError("in a task that nobody awaits");
            executor.spawn(Future.failed(failed));
            assertThatThrownBy(() -> executor.run(new Notify().notified())).isSameAs(failed);
        }

        @Test
        void theFailureOfADetachedTaskEndsTheRun() {
            IOException failure = new IOException("unheard");
            executor.spawn(Future.failed(failure)).drop();
            assertThatThrownBy(() -> executor.run(new Notify().notified()))
                    .isInstanceOf(AssertionError.class)
                    .hasCause(failure);
        }

        @Test
        void theFailureOfATaskWithAHandleIsForWhoAwaitsIt() {
            JoinHandle<?> failing = executor.spawn(Future.failed(new IOException("heard")));
            assertThatThrownBy(() -> executor.run(failing)).isInstanceOf(JoinException.class);
        }

        @Test
        void closeDropsWhatIsLeftAndTakesNoMore() {
            Leaf<String> leaf = Leaf.pending();
            executor.spawn(leaf);
            executor.runUntilStalled();
            executor.close();
            executor.close();
            assertThat(leaf.drops).hasValue(1);
            assertThatThrownBy(() -> executor.spawn(leaf)).isInstanceOf(RejectedExecutionException.class);
        }

        @Test
        void closeEndsACleanupThatWaitsForTimeOrForEver() {
            List<String> log = new ArrayList<>();
            executor.spawn(cleaningUp(
                    "sleeps", log, cx -> Sleep.of(Duration.ofSeconds(1)).poll(cx)));
            executor.spawn(cleaningUp("hangs", log, cx -> {
                cx.waker().clone(); // and is never woken
                return Poll.pending();
            }));
            executor.runUntilStalled();
            executor.close();
            assertThat(log).containsExactlyInAnyOrder("sleeps", "sleeps, ended", "hangs", "hangs, ended");
            assertThat(executor.size()).isZero();
            assertThat(executor.elapsed()).isZero();
        }

        /** Waits for its leaf, and then for its cleanup. */
        private Future<String> cleaningUp(String name, List<String> log, Future<Void> cleanup) {
            Leaf<String> leaf = Leaf.pending();
            return new Future<>() {
                @Override
                public Poll<String> poll(Context cx) throws Exception {
                    return leaf.poll(cx);
                }

                @Override
                public Poll<Void> pollDrop(Context cx) throws Exception {
                    log.add(name);
                    return cleanup.poll(cx);
                }

                @Override
                public void drop() {
                    log.add(name + ", ended");
                }
            };
        }

        @Test
        void aThrowFromADropDoesNotKeepTheOthersFromBeingDropped() {
            IllegalStateException thrown = new IllegalStateException("from drop");
            Leaf<String> bad = Leaf.<String>pending().onDrop(() -> {
                throw thrown;
            });
            Leaf<String> good = Leaf.pending();
            executor.spawn(bad).drop();
            executor.spawn(good).drop();
            executor.runUntilStalled();
            assertThatThrownBy(executor::close)
                    .isInstanceOf(AssertionError.class)
                    .hasCause(thrown);
            assertThat(good.drops).hasValue(1);
        }

        @Test
        void aTaskCannotRunTheExecutor() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> executor.run(Futures.pollFn(cx -> Poll.ready(executor.run(Future.ready(1))))));
            assertThatIllegalStateException()
                    .isThrownBy(() -> executor.run(Futures.pollFn(cx -> {
                        executor.runUntilStalled();
                        return Poll.ready(null);
                    })));
            assertThatIllegalStateException()
                    .isThrownBy(() -> executor.run(Futures.pollFn(cx -> Poll.ready(Async.blockOn(Future.ready(1))))));
        }

        @Test
        void nullsAreRefusedAndTheExecutorGoesOn() {
            assertThatNullPointerException().isThrownBy(() -> executor.spawn(null));
            assertThatNullPointerException().isThrownBy(() -> executor.spawn(null, Future.ready(1)));
            assertThatNullPointerException().isThrownBy(() -> executor.run((Future<String>) null));
            assertThatNullPointerException().isThrownBy(() -> executor.traceTo(null));
            assertThatNullPointerException().isThrownBy(() -> TestExecutor.explore(1, null));
            assertThat(executor.run(Future.ready("goes on"))).isEqualTo("goes on");
        }

        @Test
        void aTaskOfAnotherExecutorCannotRunIt() {
            ThreadPool other = ThreadPool.on(Runnable::run);
            JoinHandle<Integer> inside = executor.spawn(Future.ready(1));
            JoinHandle<Integer> stepping = other.spawn(Futures.pollFn(cx -> {
                assertThatIllegalStateException().isThrownBy(executor::runUntilStalled);
                assertThatIllegalStateException().isThrownBy(executor::close);
                return Poll.ready(executor.size());
            }));
            assertThat(Async.blockOn(stepping)).isOne();
            assertThat(executor.run(inside)).isOne();
        }

        @Test
        void aFailureThatIsForgottenMakesCloseFail() {
            IOException failure = new IOException("of nobody");
            executor.spawn(Future.failed(failure));
            executor.runUntilStalled();
            assertThatThrownBy(executor::close)
                    .isInstanceOf(AssertionError.class)
                    .hasCause(failure);
        }

        @Test
        void closeThrowsAllThatWasForgotten() {
            IOException first = new IOException("of nobody");
            JoinHandle<?> one = executor.spawn(Future.failed(first));
            executor.spawn(Leaf.pending().onDrop(() -> {
                throw new AssertionError("from drop");
            }));
            executor.runUntilStalled();
            assertThatThrownBy(executor::close)
                    .hasMessage("from drop")
                    .satisfies(thrown -> assertThat(thrown.getSuppressed())
                            .extracting(Throwable::getCause)
                            .containsExactly(first));
            assertThatThrownBy(() -> Async.blockOn(one)).hasCause(first);
        }

        @Test
        void anErrorThatHasEndedTheRunIsNotThrownAgain() {
            AssertionError error = new AssertionError("once");
            executor.spawn(Future.failed(error));
            assertThatThrownBy(executor::runUntilStalled).isSameAs(error);
            executor.close();
            assertThat(executor.size()).isZero();
        }

        @Test
        void aFailureThatWasHeardKeepsNothing() {
            WeakReference<TestExecutor> forgotten = afterAFailure();
            Garbage.collectUntil(() -> forgotten.get() == null);
            assertThat(forgotten.get()).isNull();
        }

        private static WeakReference<TestExecutor> afterAFailure() {
            TestExecutor own = new TestExecutor(0);
            JoinHandle<?> failing = own.spawn(Future.failed(new IOException("heard")));
            assertThatThrownBy(() -> own.run(failing)).isInstanceOf(JoinException.class);
            return new WeakReference<>(own);
        }

        @Test
        void exploreFindsAFailureThatIsForgotten() {
            assertThatThrownBy(() -> TestExecutor.explore(10, tried -> {
                        tried.spawn(Future.failed(new IOException("of nobody")));
                        tried.run(Futures.yieldNow());
                    }))
                    .isInstanceOf(ScheduleError.class)
                    .hasMessageContaining("of nobody");
        }

        @Test
        void aFailureThatIsDroppedUnseenMakesCloseFail() {
            IOException failure = new IOException("unseen");
            JoinHandle<?> handle = executor.spawn(Future.failed(failure));
            executor.runUntilStalled();
            handle.drop();
            assertThatThrownBy(executor::close)
                    .isInstanceOf(AssertionError.class)
                    .hasCause(failure);
        }
    }

    @Nested
    class LostWakers {
        @Test
        void aPendingThatKeptNoWakerIsFoundAtOnce() {
            Future<Object> bad = Steps.of((step, value) -> Futures.pollFn(cx -> Poll.pending()));
            executor.spawn("bad", bad);
            assertThatThrownBy(executor::runUntilStalled)
                    .isInstanceOf(LostWakerError.class)
                    .hasMessage("""
                            a poll of bad was pending, and left no waker
                            bad, polled 1, no waker kept
                              Steps AWAIT_1
                                lambda
                            """);
        }

        @Test
        void oneThatForgetsToRegisterAgainIsFound() {
            Waker[] kept = new Waker[1];
            executor.spawn("forgetful", Futures.pollFn(cx -> {
                if (kept[0] == null) {
                    kept[0] = cx.waker().clone();
                }
                return Poll.pending();
            }));
            executor.runUntilStalled();
            kept[0].wake();
            assertThatThrownBy(executor::runUntilStalled).isInstanceOf(LostWakerError.class);
        }

        @Test
        void oneThatWokeDuringThePollIsInOrder() {
            assertThat(executor.run(Steps.of((step, value) -> step < 3 ? Futures.yieldNow() : null)))
                    .isNull();
        }
    }

    @Nested
    class Deadlocks {
        @Test
        void whatWaitsOnWhatIsTold() {
            Mutex<Void> left = new Mutex<>();
            Mutex<Void> right = new Mutex<>();
            JoinHandle<Object> one = executor.spawn("one", locking(left, right));
            JoinHandle<Object> two = executor.spawn("two", locking(right, left));
            JoinHandle<?> failed = executor.spawn("failed", Future.failed(new IOException("some time ago")));
            assertThatThrownBy(() -> executor.run(Steps.of((step, value) -> step == 0 ? one : two)))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessage("""
                            no task can continue, and no timer is set
                            one, polled 2
                              Steps AWAIT_3
                                Mutex.lock, 1st in line
                            two, polled 2
                              Steps AWAIT_3
                                Mutex.lock, 1st in line
                            failed, polled 1, failed: java.io.IOException: some time ago
                            root, polled 1
                              Steps AWAIT_1
                                JoinHandle of one
                            """);
            assertThatThrownBy(() -> executor.run(failed)).isInstanceOf(JoinException.class);
        }

        /** Each made before the run, and so by the system clock. */
        static Stream<Future<?>> sleepsOfTheSystemClock() {
            Duration hour = Duration.ofHours(1);
            return Stream.of(
                    Sleep.of(hour),
                    Timeouts.timeout(hour, Leaf.pending()),
                    Interval.startingAt(Clock.system().nanoTime() + hour.toNanos(), hour)
                            .tick(),
                    Futures.join(Sleep.of(hour), Sleep.of(hour)));
        }

        @ParameterizedTest
        @MethodSource("sleepsOfTheSystemClock")
        void aSleepThatWasMadeBeforeTheRunIsNamedAsTheReason(Future<?> sleep) {
            assertThatThrownBy(() -> executor.run(sleep))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessageContaining("by Clock.system()\n")
                    .hasMessageEndingWith("create it in a task, or with the clock() of the executor.\n");
        }

        @Test
        void marksAndClocksThatATaskLeavesAreRemovedAndFailTheRun() {
            executor.spawn(Leaf.doing(cx -> {
                Enter.enter("the task's own");
                Clock.enter(ManualClock.create());
                return Poll.ready(null);
            }));
            assertThatThrownBy(executor::runUntilStalled).isInstanceOf(IllegalStateException.class);
            assertThat(Clock.current()).isSameAs(Clock.system());
            assertThat(executor.run(Future.ready("goes on"))).isEqualTo("goes on");
        }

        @Test
        void aFutureThatCannotTellItsStateHidesNoDeadlock() {
            Leaf<Void> leaf = Leaf.pending();
            assertThatThrownBy(() -> executor.run(new Mute(leaf)))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessageEndingWith("""
                            root, polled 1
                              Mute cannot show its state: java.lang.IllegalStateException: asked
                            """);
        }

        private record Mute(Future<Void> leaf) implements Future<Void>, Traced {
            @Override
            public Poll<Void> poll(Context cx) throws Exception {
                return leaf.poll(cx);
            }

            @Override
            public String state() {
                throw new IllegalStateException("asked");
            }

            @Override
            public Future<?> awaited() {
                return null;
            }
        }

        @Test
        void whatIsWaitedForTwiceIsToldOnce() {
            Shared<Object> shared = Futures.shared(Steps.of((step, value) -> new Notify().notified()));
            executor.spawn("joining", Futures.joinAll(List.of(shared, shared.clone())));
            executor.runUntilStalled();
            assertThat(executor.dump()).isEqualTo("""
                    joining, polled 1
                      join, 2 of 2 left
                        shared
                          Steps AWAIT_1
                            Notify.notified, 1st in line
                        shared
                          Steps AWAIT_1
                            (as above)
                    """);
        }

        @Test
        void aTreeThatIsTooDeepIsCut() {
            record Deep(Future<Void> awaited) implements Future<Void>, Traced {
                @Override
                public Poll<Void> poll(Context cx) {
                    return Poll.pending();
                }

                @Override
                public String state() {
                    return "AWAIT";
                }
            }
            Future<Void> deep = Future.pending();
            for (int i = 0; i < 50_000; i++) {
                deep = new Deep(deep);
            }
            executor.spawn("deep", deep);
            List<String> lines = executor.dump().lines().toList();
            assertThat(lines).hasSize(1 + 1_000 + 1);
            assertThat(lines.get(1_001)).isEqualTo("  ".repeat(1_001) + "...");
        }

        @Test
        void allChildrenOfAJoinAreTold() {
            Mutex<Void> mutex = new Mutex<>();
            Mutex.Guard<Void> held = mutex.tryLock().orElseThrow();
            executor.spawn("joining", Futures.join(mutex.lock(), Future.ready(1), mutex.lock()));
            executor.runUntilStalled();
            assertThat(executor.dump())
                    .startsWith("joining, polled 1\n")
                    .contains("Mutex.lock, 1st in line\n")
                    .contains("Mutex.lock, 2nd in line\n");
            held.close();
        }

        @Test
        void theSourceLineOfAnAsyncFnIsTold() {
            executor.spawn("getUser", new LocatedFuture(new Notify().notified()));
            executor.runUntilStalled();
            assertThat(executor.dump()).isEqualTo("""
                    getUser, polled 1
                      located AWAIT_NOTIFIED (Users.java:16)
                        Notify.notified, 1st in line
                    """);
        }

        /** Stands for a generated future. */
        private record LocatedFuture(Future<Void> awaited) implements Future<Void>, Traced {
            @Override
            public Poll<Void> poll(Context cx) throws Exception {
                return awaited.poll(cx);
            }

            @Override
            public void drop() {
                awaited.drop();
            }

            @Override
            public String state() {
                return "AWAIT_NOTIFIED";
            }

            @Override
            public StackTraceElement location() {
                return new StackTraceElement("Users", "getUser", "Users.java", 16);
            }
        }

        /** Takes one lock, lets others run, takes the other. */
        private static Future<Object> locking(Mutex<Void> first, Mutex<Void> second) {
            return Steps.of((step, value) -> switch (step) {
                case 0 -> first.lock();
                case 1 -> Futures.yieldNow();
                case 2 -> second.lock();
                default -> null;
            });
        }

        @Test
        void exploreFindsTheScheduleThatLocksUp() {
            assertThatThrownBy(() -> TestExecutor.explore(100, tried -> {
                        Mutex<Void> left = new Mutex<>();
                        Mutex<Void> right = new Mutex<>();
                        JoinHandle<Object> one = tried.spawn("one", closingBoth(left, right));
                        JoinHandle<Object> two = tried.spawn("two", closingBoth(right, left));
                        tried.run(Futures.join(one, two));
                    }))
                    .isInstanceOf(ScheduleError.class)
                    .hasCauseInstanceOf(DeadlockError.class)
                    .hasMessageContaining("Mutex.lock, 1st in line");
        }

        private static Future<Object> closingBoth(Mutex<Void> first, Mutex<Void> second) {
            List<Mutex.Guard<?>> guards = new ArrayList<>();
            return Steps.of((step, value) -> {
                if (value instanceof Mutex.Guard<?> guard) {
                    guards.add(guard);
                }
                switch (step) {
                    case 0:
                        return first.lock();
                    case 1:
                        return Futures.yieldNow();
                    case 2:
                        return second.lock();
                    default:
                        guards.forEach(Mutex.Guard::close);
                        return null;
                }
            });
        }

        @Test
        void aFinishedScheduleHoldsNoWakers() {
            Mutex<Void> mutex = new Mutex<>();
            JoinHandle<Object> one = executor.spawn(closingBoth(mutex, new Mutex<>()));
            JoinHandle<Object> two = executor.spawn(closingBoth(mutex, new Mutex<>()));
            executor.run(Futures.join(one, two));
            assertThat(executor.held()).isZero();
            executor.spawn(new Notify().notified());
            executor.runUntilStalled();
            assertThat(executor.held()).isOne();
        }
    }
}
