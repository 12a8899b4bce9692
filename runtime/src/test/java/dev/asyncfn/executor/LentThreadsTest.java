package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A pool on executors of all kinds, those included that reject, forget, repeat, or run in the thread that submits. */
class LentThreadsTest {
    private static final int MANY = 30_000;

    /** Pending until polled this often, waking itself each time. */
    private static Future<Integer> yielding(int times) {
        AtomicInteger polls = new AtomicInteger();
        return Futures.pollFn(cx -> {
            if (polls.incrementAndGet() > times) {
                return Poll.ready(times);
            }
            cx.waker().wakeByRef();
            return Poll.pending();
        });
    }

    @Test
    void runsOnVirtualThreads() throws Throwable {
        assumeTrue(Runtime.version().feature() >= 21, "the JDK has virtual threads");
        ExecutorService virtual = (ExecutorService) MethodHandles.publicLookup()
                .findStatic(
                        Executors.class,
                        "newVirtualThreadPerTaskExecutor",
                        MethodType.methodType(ExecutorService.class))
                .invoke();
        try (ThreadPool pool = ThreadPool.on(virtual)) {
            List<JoinHandle<Integer>> handles = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                handles.add(pool.spawn(yielding(100)));
            }
            for (JoinHandle<Integer> handle : handles) {
                assertThat(Async.blockOn(handle)).isEqualTo(100);
            }
        } finally {
            virtual.shutdown();
        }
    }

    @Test
    void runsOnTheCommonPool() {
        try (ThreadPool pool = ThreadPool.on(ForkJoinPool.commonPool())) {
            assertThat(Async.blockOn(pool.spawn(yielding(1_000)))).isEqualTo(1_000);
        }
    }

    @Test
    void anExecutorThatRunsJobsInTheSubmittingThreadPollsWithoutDeepStacks() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        JoinHandle<Integer> handle = pool.spawn(yielding(MANY));
        assertThat(handle.isFinished()).isTrue();
        assertThat(Async.blockOn(handle)).isEqualTo(MANY);
        pool.close();
    }

    @Test
    void anExecutorThatRunsJobsInTheSubmittingThreadNeverNestsPolls() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        List<String> order = new ArrayList<>();
        pool.spawn(Leaf.doing(cx -> {
            order.add("outer begins");
            pool.spawn(Leaf.doing(inner -> {
                order.add("inner");
                return Poll.ready(null);
            }));
            order.add("outer ends");
            return Poll.ready(null);
        }));
        assertThat(order).containsExactly("outer begins", "outer ends", "inner");
    }

    @Test
    void aChainOfTasksThatAwaitEachOtherEndsWithoutDeepStacks() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        Leaf<String> first = Leaf.pending();
        JoinHandle<String> last = pool.spawn(first);
        for (int i = 0; i < MANY; i++) {
            last = pool.spawn(last);
        }
        first.completeAndWake("through all");
        assertThat(Async.blockOn(last)).isEqualTo("through all");
    }

    @Test
    void aRejectionIsPassedAlongAChainOfTasksWithoutDeepStacks() {
        AtomicReference<Runnable> rejecting = new AtomicReference<>();
        AtomicInteger heard = new AtomicInteger();
        ThreadPool pool = ThreadPool.builder()
                .uncaughtTaskHandler(thrown -> heard.incrementAndGet())
                .build(job -> {
                    if (rejecting.get() != null) {
                        throw new RejectedExecutionException("no more");
                    }
                    job.run();
                });
        Leaf<String> first = Leaf.pending();
        JoinHandle<String> last = pool.spawn(first);
        for (int i = 0; i < MANY; i++) {
            last = pool.spawn(last);
        }
        rejecting.set(() -> {});
        first.completeAndWake("not to be seen");
        JoinHandle<String> end = last;
        assertThatThrownBy(() -> Async.blockOn(end)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(heard)
                .as("all but the last, as each drops the handle that it awaits")
                .hasValue(MANY);
        assertThat(pool.size()).isZero();
    }

    @Test
    void anExecutorThatRejectsFromTheStartCancelsWhatIsSpawned() {
        RejectedExecutionException rejection = new RejectedExecutionException("never");
        ThreadPool pool = ThreadPool.on(job -> {
            throw rejection;
        });
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        assertThat(leaf.polls).hasValue(0);
        assertThat(leaf.drops).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(handle))
                .hasCause(rejection)
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
        pool.close();
    }

    @Test
    void whateverAnExecutorThrowsCountsAsARejection() {
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
        ThreadPool pool = ThreadPool.on(job -> {
            throw noThread;
        });
        JoinHandle<String> handle = pool.spawn(Future.ready("never"));
        assertThatThrownBy(() -> Async.blockOn(handle)).hasCause(noThread);
    }

    @Test
    void aJobThatRunsAfterAllOrTwiceDoesNothing() {
        Deque<Runnable> jobs = new ArrayDeque<>();
        ThreadPool pool = ThreadPool.on(job -> {
            jobs.add(job);
            if (jobs.size() == 2) {
                throw new RejectedExecutionException("taken all the same");
            }
        });
        Leaf<String> twice = Leaf.pending();
        pool.spawn(twice);
        jobs.peek().run();
        jobs.peek().run();
        assertThat(twice.polls).hasValue(1);
        Leaf<String> rejected = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(rejected);
        jobs.forEach(Runnable::run);
        assertThat(rejected.polls).hasValue(0);
        assertThat(rejected.drops).hasValue(1);
        assertThat(handle.isFinished()).isTrue();
        assertThat(twice.polls).hasValue(1);
    }

    @Test
    void anExecutorWhoseCallersRunWhatItCannotTakeLosesNothing() {
        ThreadPoolExecutor lender = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        try (ThreadPool pool = ThreadPool.on(lender)) {
            List<JoinHandle<Integer>> handles = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                handles.add(pool.spawn(yielding(50)));
            }
            for (JoinHandle<Integer> handle : handles) {
                assertThat(Async.blockOn(handle)).isEqualTo(50);
            }
        } finally {
            lender.shutdown();
        }
    }

    @Test
    void whileAPollRunsInTheSubmittingThreadItMustNotBlock() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        JoinHandle<Void> handle = pool.spawn(Leaf.doing(cx -> {
            assertThatIllegalStateException().isThrownBy(() -> Async.blockOn(Future.ready(1)));
            assertThatIllegalStateException().isThrownBy(pool::close);
            return Poll.ready(null);
        }));
        assertThat(Async.blockOn(handle)).isNull();
        assertThat(Async.blockOn(Future.ready("and may again"))).isEqualTo("and may again");
    }

    @Test
    void aDropInTheThreadThatIsToldOfARejectionMustNotBlock() {
        AtomicReference<ThreadPool> pool = new AtomicReference<>();
        pool.set(ThreadPool.on(job -> {
            throw new RejectedExecutionException("never");
        }));
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> {
            assertThatIllegalStateException().isThrownBy(() -> pool.get().close());
        });
        JoinHandle<String> handle = pool.get().spawn(leaf);
        assertThatThrownBy(() -> Async.blockOn(handle)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void anAbortThatTheExecutorRejectsIsAnAbort() {
        RejectedExecutionException rejection = new RejectedExecutionException("no more");
        List<Runnable> jobs = new ArrayList<>();
        ThreadPool pool = ThreadPool.on(job -> {
            if (jobs.size() == 1) {
                throw rejection;
            }
            jobs.add(job);
        });
        JoinHandle<String> handle = pool.spawn(Leaf.<String>pending());
        jobs.get(0).run();
        handle.abort();
        assertThatThrownBy(() -> Async.blockOn(handle))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("aborted")
                .hasCause(rejection);
    }

    @Test
    void shutdownNowFromATaskInTheSubmittingThreadDropsTheOthersAfterItsPoll() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        Leaf<String> other = Leaf.pending();
        pool.spawn(other);
        JoinHandle<Integer> stopping = pool.spawn(Leaf.doing(cx -> {
            pool.shutdownNow();
            return Poll.ready(other.drops.get());
        }));
        assertThat(Async.blockOn(stopping)).isZero();
        assertThat(other.drops).hasValue(1);
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void jobsThatTheExecutorForgetsWhileThePoolWaitsAreEnded() throws Exception {
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
        pool.shutdown();
        Thread waiting = Thread.currentThread();
        Thread stopping = new Thread(() -> {
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.yield();
            }
            lender.shutdownNow();
            mayEnd.countDown();
        });
        stopping.start();
        assertThat(pool.awaitTermination(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        assertThat(forgotten.drops).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(handle)).isInstanceOf(JoinException.class);
        stopping.join();
    }

    @Test
    void eachPollHasItsBudget() {
        ThreadPool pool = ThreadPool.on(Runnable::run);
        AtomicInteger ready = new AtomicInteger();
        AtomicInteger polls = new AtomicInteger();
        pool.spawn(Futures.pollFn(cx -> {
            polls.incrementAndGet();
            while (Future.ready("again").poll(cx).isReady()) {
                if (ready.incrementAndGet() == Context.DEFAULT_BUDGET * 3) {
                    return Poll.ready(null);
                }
            }
            return Poll.pending();
        }));
        assertThat(polls).hasValue(3);
        assertThat(ready).hasValue(Context.DEFAULT_BUDGET * 3);
    }

    @Test
    void aNullExecutorIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> ThreadPool.on(null));
    }
}
