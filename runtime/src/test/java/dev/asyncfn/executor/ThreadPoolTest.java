package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ThreadPoolTest {
    @Test
    void tasksRunOnSeveralThreadsAtOnce() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch bothRun = new CountDownLatch(2);
        try (ThreadPool pool = ThreadPool.of(2)) {
            List<JoinHandle<Void>> handles = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                handles.add(pool.spawn(Leaf.doing(cx -> {
                    threads.add(Thread.currentThread());
                    bothRun.countDown();
                    bothRun.await();
                    return Poll.ready(null);
                })));
            }
            handles.forEach(Async::blockOn);
        }
        assertThat(threads).hasSize(2).allMatch(Thread::isDaemon);
    }

    @Test
    void blockingInsideAWorkerThrowsRatherThanDeadlocks() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> other = pool.spawn(Future.pending());
            JoinHandle<String> blocking = pool.spawn(Leaf.doing(cx -> Poll.ready(Async.blockOn(other))));
            assertThatThrownBy(() -> Async.blockOn(blocking))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ThreadPool");
        }
    }

    @Test
    void closingThePoolInsideItsTaskThrowsRatherThanDeadlocks() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            Runnable close = pool::close;
            JoinHandle<Void> closing = pool.spawn(Leaf.doing(cx -> {
                close.run();
                return Poll.ready(null);
            }));
            assertThatThrownBy(() -> Async.blockOn(closing)).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(Async.blockOn(pool.spawn(Future.ready("still open")))).isEqualTo("still open");
        }
    }

    @Test
    void closeLetsTheRunningPollEndAndDropsTheOthersOnce() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Leaf<String> polled = Leaf.doing(cx -> {
            running.countDown();
            mayEnd.await();
            return Poll.ready("completed");
        });
        Leaf<String> waiting = Leaf.pending();
        ThreadPool pool = ThreadPool.of(1);
        JoinHandle<String> first = pool.spawn(polled);
        JoinHandle<String> second = pool.spawn(waiting);
        running.await();
        Thread closing = new Thread(pool::close);
        closing.start();
        while (!pool.isShutdown() || !isWaiting(closing)) {
            Thread.yield();
        }
        assertThatThrownBy(() -> pool.spawn(Leaf.pending())).isInstanceOf(RejectedExecutionException.class);
        mayEnd.countDown();
        closing.join();
        assertThat(Async.blockOn(first)).isEqualTo("completed");
        assertThatThrownBy(() -> Async.blockOn(second)).isInstanceOf(JoinException.class);
        assertThat(polled.drops).hasValue(1);
        assertThat(waiting.drops).hasValue(1);
        assertThat(waiting.polls).hasValue(0);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING;
    }

    @Test
    void closeEndsTheWorkers() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        try (ThreadPool pool = ThreadPool.of(1)) {
            Async.blockOn(pool.spawn(Leaf.doing(cx -> {
                worker.set(Thread.currentThread());
                return Poll.ready(null);
            })));
        }
        assertThat(worker.get().isAlive()).isFalse();
    }

    @Test
    void closeDropsTasksThatOnlyALeafKnows() throws Exception {
        CountDownLatch polled = new CountDownLatch(100);
        List<Leaf<String>> leaves = new ArrayList<>();
        ThreadPool pool = ThreadPool.of(2);
        for (int i = 0; i < 100; i++) {
            Leaf<String> leaf = Leaf.doing(cx -> {
                polled.countDown();
                return Poll.pending();
            });
            leaves.add(leaf);
            pool.spawn(leaf);
        }
        polled.await();
        pool.close();
        pool.close();
        assertThat(leaves).allMatch(leaf -> leaf.drops.get() == 1);
        assertThat(pool.size()).isZero();
    }

    @Test
    void closeWaitsThroughAnInterruptAndRestoresIt() {
        ThreadPool pool = ThreadPool.of(1);
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        Thread.currentThread().interrupt();
        pool.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void shutdownTakesNoMoreTasksAndLetsTheOthersFinish() throws Exception {
        CountDownLatch polled = new CountDownLatch(1);
        Leaf<String> leaf = Leaf.pending();
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> handle = pool.spawn(leaf);
            Async.blockOn(pool.spawn(Leaf.doing(cx -> {
                polled.countDown();
                return Poll.ready(null);
            })));
            polled.await();
            pool.shutdown();
            assertThatThrownBy(() -> pool.spawn(Future.ready(1))).isInstanceOf(RejectedExecutionException.class);
            assertThat(pool.awaitTasks(Duration.ZERO)).isFalse();
            leaf.complete("finished");
            leaf.waker.wakeByRef();
            assertThat(pool.awaitTasks(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
            assertThat(Async.blockOn(handle)).isEqualTo("finished");
        }
    }

    @Test
    void anInterruptedTaskDoesNotInterruptTheNext() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            Async.blockOn(pool.spawn(Leaf.doing(cx -> {
                Thread.currentThread().interrupt();
                return Poll.ready(null);
            })));
            JoinHandle<Boolean> interrupted = pool.spawn(
                    Leaf.doing(cx -> Poll.ready(Thread.currentThread().isInterrupted())));
            assertThat(Async.blockOn(interrupted)).isFalse();
        }
    }

    @Test
    void aPoolOnAnExecutorRunsOnItsThreadsAndLeavesItOpen() {
        ExecutorService lender = Executors.newSingleThreadExecutor(job -> new Thread(job, "lent"));
        try {
            try (ThreadPool pool = ThreadPool.on(lender)) {
                JoinHandle<String> handle = pool.spawn(Futures.map(
                        Futures.yieldNow(), nothing -> Thread.currentThread().getName()));
                assertThat(Async.blockOn(handle)).isEqualTo("lent");
                JoinHandle<String> blocking =
                        pool.spawn(Leaf.doing(cx -> Poll.ready(Async.blockOn(Future.ready("x")))));
                assertThatThrownBy(() -> Async.blockOn(blocking)).hasCauseInstanceOf(IllegalStateException.class);
            }
            assertThat(lender.isShutdown()).isFalse();
        } finally {
            lender.shutdownNow();
        }
    }

    @Test
    void closingAPoolOnAnExecutorDropsItsTasksOnce() {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        Leaf<String> leaf = Leaf.pending();
        try {
            ThreadPool pool = ThreadPool.on(lender);
            pool.spawn(leaf);
            Async.blockOn(pool.spawn(Future.ready("behind the leaf")));
            pool.close();
            pool.close();
        } finally {
            lender.shutdownNow();
        }
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void aJobThatTheExecutorRejectsCancelsTheTaskWithTheRejectionAsCause() {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        Leaf<String> leaf = Leaf.pending();
        ThreadPool pool = ThreadPool.on(lender);
        JoinHandle<String> handle = pool.spawn(leaf);
        Async.blockOn(pool.spawn(Future.ready("behind the leaf")));
        lender.shutdownNow();
        leaf.waker.wakeByRef();
        assertThatThrownBy(() -> Async.blockOn(handle))
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
        assertThat(leaf.drops).hasValue(1);
        assertThat(leaf.polls).hasValue(1);
        pool.close();
    }

    @Test
    void closeAfterTheExecutorWasStoppedDropsTheJobsItForgot() throws Exception {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ThreadPool pool = ThreadPool.on(lender);
        pool.spawn(Leaf.doing(cx -> {
            running.countDown();
            while (mayEnd.getCount() > 0) {
                Thread.yield();
            }
            return Poll.ready(null);
        }));
        running.await();
        Leaf<String> forgotten = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(forgotten);
        assertThat(lender.shutdownNow()).hasSize(1);
        mayEnd.countDown();
        assertThat(lender.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        pool.close();
        assertThat(forgotten.drops).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(handle)).isInstanceOf(JoinException.class);
    }

    @Test
    void aPoolWithoutThreadsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPool.of(0));
    }
}
