package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BlockingTest {
    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    @Test
    void givesTheValueFromADaemonThreadOfItsOwn() {
        Thread thread = Async.blockOn(Blocking.spawnBlocking(Thread::currentThread));
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("asyncfn-blocking-");
        assertThat(Async.<String>blockOn(Blocking.spawnBlocking(() -> null))).isNull();
    }

    @Test
    void aTaskAwaitsItWithoutHoldingItsThread() {
        try (LocalPool pool = new LocalPool()) {
            CountDownLatch otherTaskRan = new CountDownLatch(1);
            JoinHandle<String> waiting = pool.spawn(Blocking.spawnBlocking(() -> {
                otherTaskRan.await();
                return "blocked";
            }));
            pool.spawn(Leaf.doing(cx -> {
                otherTaskRan.countDown();
                return Poll.ready(null);
            }));
            pool.run();
            assertThat(Async.blockOn(waiting)).isEqualTo("blocked");
        }
    }

    @Test
    void whatItThrowsIsTheCauseOfTheJoinException() {
        IOException thrown = new IOException("blocking failed");
        JoinHandle<String> handle = Blocking.spawnBlocking(() -> {
            throw thrown;
        });
        assertThatThrownBy(() -> Async.blockOn(handle))
                .isInstanceOf(JoinException.class)
                .cause()
                .isSameAs(thrown);
    }

    @Test
    void itMayBlockOnFutures() {
        assertThat(Async.blockOn(Blocking.spawnBlocking(() -> Async.blockOn(Future.ready("inner")))))
                .isEqualTo("inner");
    }

    @Test
    void anAbortWhileItRunsDoesNothingAndInterruptsNobody() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        JoinHandle<Boolean> handle = Blocking.spawnBlocking(() -> {
            running.countDown();
            mayEnd.await();
            return Thread.currentThread().isInterrupted();
        });
        running.await();
        handle.abort();
        mayEnd.countDown();
        assertThat(Async.blockOn(handle)).isFalse();
    }

    @Test
    void anAbortBeforeItBeginsKeepsItFromRunning() throws Exception {
        BlockingThreads threads = new BlockingThreads(1, FOR_EVER);
        CountDownLatch mayEnd = new CountDownLatch(1);
        threads.spawn(blocking(() -> {
            mayEnd.await();
            return null;
        }));
        AtomicBoolean ran = new AtomicBoolean();
        JoinHandle<Void> aborted = threads.spawn(blocking(() -> {
            ran.set(true);
            return null;
        }));
        aborted.abort();
        mayEnd.countDown();
        assertThatThrownBy(() -> Async.blockOn(aborted))
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
        assertThat(ran).isFalse();
    }

    private static <T> Future<T> blocking(Callable<T> code) {
        return cx -> Poll.ready(code.call());
    }

    @Test
    void thePoolGrowsToTheMostAndThenTheCodeWaitsInLine() throws Exception {
        BlockingThreads threads = new BlockingThreads(3, FOR_EVER);
        CountDownLatch running = new CountDownLatch(3);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<JoinHandle<Integer>> handles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            handles.add(threads.spawn(blocking(() -> {
                running.countDown();
                mayEnd.await();
                return number;
            })));
        }
        running.await();
        assertThat(threads.threads()).isEqualTo(3);
        mayEnd.countDown();
        for (int i = 0; i < 10; i++) {
            assertThat(Async.blockOn(handles.get(i))).isEqualTo(i);
        }
    }

    @Test
    void anIdleThreadDoesNotKeepItsLastTask() {
        BlockingThreads threads = new BlockingThreads(1, FOR_EVER);
        WeakReference<Object> handle = new WeakReference<>(threads.spawn(blocking(() -> "forgotten")));
        Garbage.collectUntil(() -> handle.get() == null);
        assertThat(threads.threads()).isOne();
    }

    @Test
    void anIdleThreadIsUsedAgain() {
        BlockingThreads threads = new BlockingThreads(10, FOR_EVER);
        Thread first = Async.blockOn(threads.spawn(blocking(Thread::currentThread)));
        while (threads.idle() == 0) {
            Thread.yield();
        }
        assertThat(Async.blockOn(threads.spawn(blocking(Thread::currentThread))))
                .isSameAs(first);
        assertThat(threads.threads()).isOne();
    }

    @Test
    void anIdleThreadEndsAndTheNextTaskHasANewOne() throws Exception {
        BlockingThreads threads = new BlockingThreads(10, 1);
        Thread first = Async.blockOn(threads.spawn(blocking(Thread::currentThread)));
        first.join();
        assertThat(threads.threads()).isZero();
        assertThat(Async.blockOn(threads.spawn(blocking(Thread::currentThread))))
                .isNotSameAs(first);
    }

    @Test
    void anInterruptOfAnIdleThreadIsNotForTheNextTask() {
        BlockingThreads threads = new BlockingThreads(1, FOR_EVER);
        Thread thread = Async.blockOn(threads.spawn(blocking(Thread::currentThread)));
        while (threads.idle() == 0) {
            Thread.yield();
        }
        thread.interrupt();
        JoinHandle<Boolean> interrupted =
                threads.spawn(blocking(() -> Thread.currentThread().isInterrupted()));
        assertThat(Async.blockOn(interrupted)).isFalse();
    }

    @Test
    void theFailureBehindADroppedHandleReachesTheThreadsHandler() throws Exception {
        IOException thrown = new IOException("unheard");
        LinkedBlockingQueue<Throwable> heard = new LinkedBlockingQueue<>();
        CountDownLatch dropped = new CountDownLatch(1);
        BlockingThreads threads = new BlockingThreads(1, FOR_EVER); // a thread of its own, which keeps the handler
        JoinHandle<Void> handle = threads.spawn(blocking(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> heard.add(failure));
            dropped.await();
            throw thrown;
        }));
        handle.drop();
        dropped.countDown();
        assertThat(heard.take()).isSameAs(thrown);
    }

    @Test
    void itRunsOnAGivenExecutorWhichMayBlock() {
        ExecutorService lender = Executors.newSingleThreadExecutor(job -> new Thread(job, "lent"));
        try {
            JoinHandle<String> handle = Blocking.spawnBlocking(
                    () -> Async.blockOn(Future.ready("on "))
                            + Thread.currentThread().getName(),
                    lender);
            assertThat(Async.blockOn(handle)).isEqualTo("on lent");
        } finally {
            lender.shutdownNow();
        }
    }

    @Test
    void anExecutorThatRejectsCancelsTheHandleWithTheRejectionAsCause() {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        lender.shutdown();
        JoinHandle<String> handle = Blocking.spawnBlocking(() -> "never", lender);
        assertThatThrownBy(() -> Async.blockOn(handle))
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> Blocking.spawnBlocking(null));
        assertThatNullPointerException().isThrownBy(() -> Blocking.spawnBlocking(() -> 1, null));
    }
}
