package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LocalPoolTest {
    private final LocalPool pool = new LocalPool();

    @Test
    void runReturnsAtOnceWithoutTasks() {
        pool.run();
        assertThat(pool.size()).isZero();
    }

    @Test
    void runWaitsForAWakeFromAnotherThread() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        Thread running = Thread.currentThread();
        Thread waking = new Thread(() -> {
            awaitParked(running, leaf);
            leaf.complete("woken");
            leaf.waker.wakeByRef();
        });
        waking.start();
        pool.run();
        assertThat(Async.blockOn(handle)).isEqualTo("woken");
    }

    @Test
    void runWaitsThroughAnInterruptAndRestoresIt() {
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        Thread running = Thread.currentThread();
        Thread helper = new Thread(() -> {
            awaitParked(running, leaf);
            running.interrupt();
            awaitParked(running, leaf);
            leaf.complete("woken");
            leaf.waker.wakeByRef();
        });
        helper.start();
        pool.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(leaf.polls).hasValue(2);
    }

    /** Waits until the thread has polled the leaf, and has nothing else to do: before that, it may wait for a class. */
    private static void awaitParked(Thread thread, Leaf<?> leaf) {
        while (leaf.waker == null || thread.isInterrupted() || thread.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
    }

    @Test
    void tasksSpawnedByTasksAreRunToo() {
        List<String> order = new ArrayList<>();
        pool.spawn(Leaf.doing(cx -> {
            order.add("outer");
            pool.spawn(Leaf.doing(inner -> {
                order.add("inner");
                return Poll.ready(null);
            }));
            return Poll.ready(null);
        }));
        pool.run();
        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    void tasksSpawnedByOtherThreadsAreRunToo() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        Threads.run(() -> handle.set(pool.spawn(Future.ready("from elsewhere"))));
        pool.run();
        assertThat(Async.blockOn(handle.get())).isEqualTo("from elsewhere");
    }

    @Test
    void runUntilPollsItsFutureFirstAndLeavesTheOtherTasks() {
        List<String> order = new ArrayList<>();
        Leaf<String> forever = Leaf.doing(cx -> {
            order.add("task");
            return Poll.pending();
        });
        pool.spawn(forever);
        String value = pool.runUntil(Futures.map(Futures.yieldNow(), nothing -> {
            order.add("root is ready");
            return "value";
        }));
        assertThat(value).isEqualTo("value");
        assertThat(order).containsExactly("task", "root is ready");
        assertThat(pool.size()).isOne();
    }

    @Test
    void runUntilThrowsWhatTheFutureThrows() {
        IOException failure = new IOException("of the root");
        assertThatThrownBy(() -> pool.runUntil(Future.failed(failure))).isSameAs(failure);
        TryFuture<String, IOException> declared = cx -> {
            throw failure;
        };
        IOException caught = null;
        try {
            pool.runUntil(declared);
        } catch (IOException e) {
            caught = e;
        }
        assertThat(caught).isSameAs(failure);
    }

    @Test
    void tryRunOneStopsAfterOneTaskHasFinished() {
        Leaf<String> stuck = Leaf.pending();
        pool.spawn(stuck);
        JoinHandle<String> first = pool.spawn(Future.ready("first"));
        JoinHandle<String> second = pool.spawn(Future.ready("second"));
        assertThat(pool.tryRunOne()).isTrue();
        assertThat(first.isFinished()).isTrue();
        assertThat(second.isFinished()).isFalse();
        assertThat(pool.tryRunOne()).isTrue();
        assertThat(second.isFinished()).isTrue();
        assertThat(pool.tryRunOne()).isFalse();
        assertThat(stuck.polls).hasValue(1);
    }

    @Test
    void runUntilStalledReturnsWhenAllAreWaiting() {
        Leaf<String> stuck = Leaf.pending();
        pool.spawn(stuck);
        pool.spawn(Futures.yieldNow());
        pool.runUntilStalled();
        assertThat(pool.size()).isOne();
    }

    @Test
    void blockingInsideATaskThrowsRatherThanDeadlocks() {
        Leaf<String> other = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(other);
        JoinHandle<String> blocking = pool.spawn(Leaf.doing(cx -> Poll.ready(Async.blockOn(handle))));
        pool.runUntilStalled();
        assertThatThrownBy(() -> Async.blockOn(blocking))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LocalPool");
    }

    @Test
    void runningThePoolInsideItsOwnTaskThrows() {
        JoinHandle<Void> nested = pool.spawn(Leaf.doing(cx -> {
            pool.runUntilStalled();
            return Poll.ready(null);
        }));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(nested)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void steppingAnotherPoolInsideATaskIsAllowedAndWaitingForItIsNot() {
        try (LocalPool inner = new LocalPool()) {
            JoinHandle<String> stepped = inner.spawn(Future.ready("stepped"));
            JoinHandle<Void> outer = pool.spawn(Leaf.doing(cx -> {
                inner.runUntilStalled();
                assertThatIllegalStateException().isThrownBy(inner::run);
                assertThatIllegalStateException().isThrownBy(() -> inner.runUntil(Future.ready(1)));
                return Poll.ready(null);
            }));
            pool.run();
            assertThat(Async.blockOn(outer)).isNull();
            assertThat(stepped.isFinished()).isTrue();
        }
    }

    @Test
    void closeDropsEveryUnfinishedTaskOnceAndCancelsItsHandle() {
        Leaf<String> idle = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(idle);
        pool.runUntilStalled();
        Leaf<String> unpolled = Leaf.pending();
        pool.spawn(unpolled);
        Leaf<String> woken = Leaf.pending();
        pool.spawn(woken);
        pool.close();
        pool.close();
        idle.waker.wakeByRef();
        assertThat(List.of(idle.drops.get(), unpolled.drops.get(), woken.drops.get()))
                .containsOnly(1);
        assertThat(unpolled.polls).hasValue(0);
        assertThatThrownBy(() -> Async.blockOn(handle)).isInstanceOf(JoinException.class);
        assertThat(pool.size()).isZero();
    }

    @Test
    void aClosedPoolTakesNoTasks() {
        Leaf<String> leaf = Leaf.pending();
        pool.close();
        assertThatThrownBy(() -> pool.spawn(leaf)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> pool.runUntil(leaf)).isInstanceOf(RejectedExecutionException.class);
        assertThat(leaf.drops).hasValue(0);
        assertThat(leaf.polls).hasValue(0);
    }

    @Test
    void aDropThatWakesOrSpawnsDoesNotDisturbTheClose() {
        Leaf<String> other = Leaf.pending();
        pool.spawn(other);
        Leaf<String> spawning = Leaf.<String>pending().onDrop(() -> {
            other.waker.wakeByRef();
            pool.spawn(Future.ready(null));
        });
        JoinHandle<String> handle = pool.spawn(spawning);
        pool.runUntilStalled();
        pool.close();
        assertThat(other.drops).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(handle)).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void twoThreadsCannotRunThePoolAtOnce() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        pool.spawn(Leaf.doing(cx -> {
            Threads.run(() -> {
                try {
                    pool.tryRunOne();
                } catch (IllegalStateException e) {
                    thrown.set(e);
                }
            });
            return Poll.ready(null);
        }));
        pool.run();
        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherThreadMayRunThePoolLater() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.runUntilStalled();
        leaf.complete("elsewhere");
        leaf.waker.wakeByRef();
        Threads.run(pool::run);
        assertThat(Async.blockOn(handle)).isEqualTo("elsewhere");
    }

    @Test
    void nullsAreRefusedAndThePoolGoesOn() {
        assertThatNullPointerException().isThrownBy(() -> new LocalPool(null));
        assertThatNullPointerException().isThrownBy(() -> pool.spawn(null));
        assertThatNullPointerException().isThrownBy(() -> pool.runUntil((Future<String>) null));
        assertThat(pool.runUntil(Future.ready("goes on"))).isEqualTo("goes on");
        assertThat(pool.size()).isZero();
    }

    @Test
    void aCloseWithoutADurationDoesNothing() {
        JoinHandle<String> handle = pool.spawn(Future.pending());
        assertThatNullPointerException().isThrownBy(() -> pool.close(null));
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(pool.runUntil(Future.ready("goes on"))).isEqualTo("goes on");
    }
}
