package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Line 6 of the contract, its last part: shutting an executor down drops every task it owns, exactly once. */
class ShutdownTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final ThreadPool pool = ThreadPool.of(2);

    private static void assertShutDown(JoinHandle<?> handle) {
        assertThatThrownBy(() -> Async.blockOn(handle))
                .hasNoCause()
                .hasMessageContaining("executor was shut down")
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
    }

    @Test
    void theHandlesOfDroppedTasksTellOfTheShutdown() {
        JoinHandle<String> handle = pool.spawn(Future.pending());
        pool.close();
        assertShutDown(handle);
    }

    @Test
    void anAbortBeforeTheShutdownIsStillAnAbort() {
        LocalPool local = new LocalPool();
        JoinHandle<String> handle = local.spawn(Future.pending());
        handle.abort();
        local.run();
        local.close();
        assertThatThrownBy(() -> Async.blockOn(handle)).hasMessageContaining("aborted");
    }

    @Test
    void aGracefulShutdownFromATaskLetsTheTasksFinishAndThenTheThreadsEnd() throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>();
        CountDownLatch polled = new CountDownLatch(1);
        Leaf<String> other = Leaf.pending();
        JoinHandle<String> finishes = pool.spawn(other);
        JoinHandle<String> stopping = pool.spawn(Leaf.doing(cx -> {
            worker.set(Thread.currentThread());
            pool.shutdown();
            polled.countDown();
            return Poll.ready("stopped");
        }));
        polled.await();
        assertThat(Async.blockOn(stopping)).isEqualTo("stopped");
        assertThat(pool.isShutdown()).isTrue();
        assertThat(pool.isTerminated()).isFalse();
        assertThat(pool.awaitTermination(Duration.ZERO)).isFalse();
        while (other.waker == null) {
            Thread.yield();
        }
        other.completeAndWake("finished");
        assertThat(pool.awaitTermination(FOR_EVER)).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(Async.blockOn(finishes)).isEqualTo("finished");
        assertThat(worker.get().isAlive()).isFalse();
    }

    @Test
    void anImmediateShutdownFromATaskDropsTheOthersAndItselfAfterThePoll() throws Exception {
        Leaf<String> other = Leaf.pending();
        JoinHandle<String> dropped = pool.spawn(other);
        Leaf<String> self = Leaf.doing(cx -> {
            pool.shutdownNow();
            return Poll.pending();
        });
        JoinHandle<String> stopping = pool.spawn(self);
        assertThat(pool.awaitTermination(FOR_EVER)).isTrue();
        assertShutDown(dropped);
        assertShutDown(stopping);
        assertThat(other.drops).hasValue(1);
        assertThat(self.drops).hasValue(1);
        assertThat(self.polls).hasValue(1);
    }

    @Test
    void aValueThatIsReadyWinsOverTheShutdown() {
        JoinHandle<String> stopping = pool.spawn(Leaf.doing(cx -> {
            pool.shutdownNow();
            return Poll.ready("value");
        }));
        assertThat(Async.blockOn(stopping)).isEqualTo("value");
    }

    @Test
    void aTaskThatSpawnsDuringTheShutdownIsTold() {
        Leaf<String> late = Leaf.pending();
        JoinHandle<String> spawning = pool.spawn(Leaf.doing(cx -> {
            pool.shutdown();
            pool.spawn(late);
            return Poll.ready("not reached");
        }));
        assertThatThrownBy(() -> Async.blockOn(spawning)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(late.drops).hasValue(0);
    }

    @Test
    void aWakerIsHarmlessAfterTheShutdown() throws Exception {
        CountDownLatch polled = new CountDownLatch(1);
        AtomicReference<Waker> kept = new AtomicReference<>();
        Leaf<String> leaf = Leaf.doing(cx -> {
            kept.set(cx.waker().clone());
            polled.countDown();
            return Poll.pending();
        });
        JoinHandle<String> handle = pool.spawn(leaf);
        polled.await();
        pool.close();
        kept.get().wakeByRef();
        handle.abort();
        kept.get().wake();
        assertThat(leaf.polls).hasValue(1);
        assertThat(leaf.drops).hasValue(1);
        assertThat(pool.size()).isZero();
    }

    @Test
    void aPoolWithoutTasksTerminatesAtOnce() throws Exception {
        pool.shutdown();
        pool.shutdown();
        assertThat(pool.awaitTermination(FOR_EVER)).isTrue();
        pool.shutdownNow();
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void aPoolThatWasNotShutDownDoesNotTerminate() throws Exception {
        assertThat(pool.awaitTermination(Duration.ofMillis(1))).isFalse();
        assertThat(pool.awaitTermination(Duration.ofSeconds(-1))).isFalse();
        assertThat(pool.awaitTasks(Duration.ofSeconds(Long.MIN_VALUE))).isTrue();
        assertThat(pool.isTerminated()).isFalse();
        assertThat(pool.isShutdown()).isFalse();
        pool.close();
    }

    @Test
    void aPoolOnAnExecutorTerminatesWithItsLastTask() throws Exception {
        ThreadPool inline = ThreadPool.on(Runnable::run);
        Leaf<String> leaf = Leaf.pending();
        inline.spawn(leaf);
        inline.shutdown();
        assertThat(inline.awaitTermination(Duration.ZERO)).isFalse();
        leaf.completeAndWake("done");
        assertThat(inline.awaitTermination(Duration.ZERO)).isTrue();
        assertThat(inline.isTerminated()).isTrue();
    }

    @Test
    void whatWaitsForThePoolIsRefusedInsideATask() {
        JoinHandle<Void> asking = pool.spawn(Leaf.doing(cx -> {
            assertThatIllegalStateException().isThrownBy(() -> pool.awaitTasks(FOR_EVER));
            assertThatIllegalStateException().isThrownBy(() -> pool.awaitTermination(FOR_EVER));
            assertThatIllegalStateException().isThrownBy(pool::close);
            return Poll.ready(null);
        }));
        assertThat(Async.blockOn(asking)).isNull();
        assertThat(pool.isShutdown()).isFalse();
        pool.close();
    }

    @Test
    void aCloseInsideATaskSaysWhatDoesNotWait() {
        String message = "ThreadPool.close would block a thread of a ThreadPool, and the tasks that wait for it:"
                + " call shutdownNow, which does not wait";
        JoinHandle<Void> closing = pool.spawn(Leaf.doing(cx -> {
            assertThatIllegalStateException().isThrownBy(pool::close).withMessage(message);
            assertThatIllegalStateException()
                    .isThrownBy(() -> pool.close(FOR_EVER))
                    .withMessage(message);
            return Poll.ready(null);
        }));
        assertThat(Async.blockOn(closing)).isNull();
        pool.close();
    }

    @Test
    void aNullTimeoutIsRefused() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            assertThatNullPointerException().isThrownBy(() -> pool.awaitTasks(null));
            assertThatNullPointerException().isThrownBy(() -> pool.awaitTermination(null));
        }
    }

    @Test
    void waitingEndsWithAnInterrupt() {
        pool.spawn(Future.pending());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.awaitTasks(FOR_EVER)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.awaitTermination(FOR_EVER)).isInstanceOf(InterruptedException.class);
        pool.close();
    }

    @Test
    void anInterruptOfAnIdleWorkerIsNotForTheNextTask() {
        try (ThreadPool one = ThreadPool.of(1)) {
            Thread worker = Async.blockOn(one.spawn(Leaf.doing(cx -> Poll.ready(Thread.currentThread()))));
            while (worker.getState() != Thread.State.WAITING) {
                Thread.yield();
            }
            worker.interrupt();
            JoinHandle<Boolean> interrupted =
                    one.spawn(Leaf.doing(cx -> Poll.ready(Thread.currentThread().isInterrupted())));
            assertThat(Async.blockOn(interrupted)).isFalse();
        }
    }

    @Test
    void aTaskEndsTheRunOfALocalPool() {
        LocalPool local = new LocalPool();
        Leaf<String> other = Leaf.pending();
        JoinHandle<String> dropped = local.spawn(other);
        local.spawn(Leaf.doing(cx -> {
            local.shutdownNow();
            return Poll.ready(null);
        }));
        local.run();
        assertShutDown(dropped);
        assertThat(other.drops).hasValue(1);
        assertThatThrownBy(() -> local.spawn(other)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void anotherThreadEndsTheRunOfALocalPool() {
        LocalPool local = new LocalPool();
        Leaf<String> root = Leaf.doing(cx -> {
            Threads.run(local::shutdownNow);
            return Poll.pending();
        });
        assertThatThrownBy(() -> local.runUntil(root))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("shut down");
        assertThat(root.drops).hasValue(1);
    }

    @Test
    void closingALocalPoolInsideItsTaskThrowsAndChangesNothing() {
        LocalPool local = new LocalPool();
        JoinHandle<Void> closing = local.spawn(Leaf.doing(cx -> {
            assertThatIllegalStateException().isThrownBy(local::close);
            return Poll.ready(null);
        }));
        local.run();
        assertThat(Async.blockOn(closing)).isNull();
        assertThat(local.runUntil(Future.ready("still open"))).isEqualTo("still open");
    }

    @Test
    void aPollingExecutorIsShutDownByItsTaskAndCannotBeClosedByIt() {
        PollingExecutor polling = new PollingExecutor();
        Leaf<String> other = Leaf.pending();
        JoinHandle<Void> stopping = polling.spawn(Leaf.doing(cx -> {
            assertThatIllegalStateException().isThrownBy(polling::close);
            polling.spawn(Future.ready("still open"));
            polling.shutdownNow();
            assertThat(polling.size()).isEqualTo(3);
            return Poll.ready(null);
        }));
        JoinHandle<String> dropped = polling.spawn(other);
        polling.tick();
        assertThat(Async.blockOn(stopping)).isNull();
        polling.tick();
        assertShutDown(dropped);
        assertThat(other.polls).hasValue(0);
        assertThat(other.drops).hasValue(1);
        assertThat(polling.size()).isZero();
        assertThatThrownBy(() -> polling.spawn(other)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void theWakerOfAFinishedTaskIsHarmlessInAClosedLocalPool() throws Exception {
        LocalPool local = new LocalPool();
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = local.spawn(leaf);
        local.runUntilStalled();
        local.close();
        leaf.waker.wakeByRef();
        assertThatThrownBy(() -> handle.poll(Context.fromWaker(Waker.noop()))).isInstanceOf(JoinException.class);
        assertThat(local.tryRunOne()).isFalse();
    }
}
