package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExecutorMetricsTest {
    @Test
    void aThreadPoolCountsTasksPollsAndWhatIsInItsQueue() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool = ThreadPool.builder().threads(1).name("metered").build()) {
            Async.blockOn(pool.spawn(Futures.yieldNow())); // two polls
            pool.spawnDetached(Futures.lazy(() -> {
                busy.countDown();
                go.await();
                return null;
            }));
            busy.await();
            pool.spawnDetached(Future.ready(1));
            pool.spawnDetached(Future.ready(2));
            ExecutorMetrics metrics = pool.metrics();
            assertThat(metrics.name()).isEqualTo("metered");
            assertThat(metrics.threads()).isOne();
            assertThat(metrics.tasksSpawned()).isEqualTo(4);
            assertThat(metrics.tasksAlive()).isEqualTo(3);
            assertThat(metrics.queueDepth()).isEqualTo(2);
            assertThat(metrics.polls()).isEqualTo(3);
            assertThat(metrics.busyTime()).isPositive();
            go.countDown();
            assertThat(pool.awaitTasks(Duration.ofHours(1))).isTrue();
            assertThat(pool.metrics().polls()).isEqualTo(5);
            assertThat(pool.metrics().queueDepth()).isZero();
        }
    }

    @Test
    void aMeterLeavesOutTheTimeInWhichItsThreadWaits() {
        Meter meter = new Meter();
        meter.beginWait();
        long since = System.nanoTime();
        assertThat(meter.waited(since + 1_000_000)).isGreaterThanOrEqualTo(1_000_000);
        meter.endWait();
        long waited = meter.waited(since);
        assertThat(waited).isNotNegative();
        assertThat(meter.waited(since + 1_000_000_000)).isEqualTo(waited);
    }

    @Test
    void aPoolOnAnExecutorCountsWhatItHasNotRun() {
        Deque<Runnable> jobs = new ArrayDeque<>();
        try (ThreadPool pool = ThreadPool.on(jobs::add)) {
            pool.spawnDetached(Future.pending());
            pool.spawnDetached(Future.ready(1));
            assertThat(pool.metrics().queueDepth()).isEqualTo(2);
            while (!jobs.isEmpty()) {
                jobs.remove().run();
            }
            ExecutorMetrics metrics = pool.metrics();
            assertThat(metrics.queueDepth()).isZero();
            assertThat(metrics.tasksAlive()).isOne();
            assertThat(metrics.polls()).isEqualTo(2);
            assertThat(metrics.threads()).isZero();
            assertThat(metrics.busyTime()).isZero();
            pool.shutdownNow();
            while (!jobs.isEmpty()) {
                jobs.remove().run();
            }
        }
    }

    @Test
    void aLocalPoolCountsToo() {
        LocalPool pool = LocalPool.builder().name("local").build();
        pool.spawnDetached(Future.pending());
        pool.spawnDetached(Futures.yieldNow());
        assertThat(pool.metrics()).isEqualTo(new ExecutorMetrics("local", 0, 2, 2, 2, 0, Duration.ZERO));
        pool.runUntilStalled();
        assertThat(pool.metrics()).isEqualTo(new ExecutorMetrics("local", 0, 1, 2, 0, 3, Duration.ZERO));
        pool.close();
    }

    @Test
    void aPollingExecutorCountsItsTicks() {
        PollingExecutor executor = new PollingExecutor();
        executor.spawn(Future.pending());
        executor.tick();
        executor.tick();
        assertThat(executor.metrics()).isEqualTo(new ExecutorMetrics("", 0, 1, 1, 1, 2, Duration.ZERO));
        executor.close();
    }

    // ---- what is dropped is not polled

    private static void abort(Spawner spawner, int count) {
        for (int i = 0; i < count; i++) {
            spawner.spawn(Future.pending()).abort();
        }
    }

    @Test
    void tasksOfAThreadPoolThatAreDroppedAreNotPolled() throws InterruptedException {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<Integer> waits = pool.spawn(Future.pending());
            Async.blockOn(pool.spawn(Future.ready(1)));
            assertThat(pool.metrics().polls()).isEqualTo(2);
            waits.abort();
            CountDownLatch go = new CountDownLatch(1);
            pool.spawnDetached(Futures.lazy(() -> {
                go.await();
                return null;
            }));
            abort(pool, 100);
            go.countDown();
            assertThat(pool.awaitTasks(Duration.ofHours(1))).isTrue();
            assertThat(pool.metrics().polls()).isEqualTo(3);
        }
    }

    @Test
    void tasksOnAnExecutorThatAreDroppedAreNotPolled() {
        Deque<Runnable> jobs = new ArrayDeque<>();
        try (ThreadPool pool = ThreadPool.on(jobs::add)) {
            pool.spawnDetached(Future.ready(1));
            abort(pool, 100);
            while (!jobs.isEmpty()) {
                jobs.remove().run();
            }
            assertThat(pool.metrics().polls()).isOne();
            assertThat(pool.metrics().tasksAlive()).isZero();
        }
    }

    @Test
    void aJobThatComesAgainIsNotAPoll() {
        Deque<Runnable> jobs = new ArrayDeque<>();
        try (ThreadPool pool = ThreadPool.on(jobs::add)) {
            pool.spawnDetached(Future.ready(1));
            Runnable job = jobs.remove();
            job.run();
            job.run();
            assertThat(pool.metrics().polls()).isOne();
        }
    }

    @Test
    void tasksOfALocalPoolThatAreDroppedAreNotPolled() {
        LocalPool pool = new LocalPool();
        pool.spawnDetached(Futures.yieldNow());
        abort(pool, 100);
        pool.run();
        assertThat(pool.metrics().polls()).isEqualTo(2);
        pool.spawnDetached(Future.pending());
        pool.close();
        assertThat(pool.metrics().polls()).isEqualTo(2);
    }

    @Test
    void tasksThatCleanUpWithinABoundAreNotPolled() {
        LocalPool pool = new LocalPool();
        pool.spawnDetached(Future.pending());
        pool.runUntilStalled();
        pool.close(Duration.ofHours(1));
        assertThat(pool.metrics().polls()).isOne();
    }

    @Test
    void tasksOfAPollingExecutorThatAreDroppedAreNotPolled() {
        PollingExecutor executor = new PollingExecutor();
        executor.spawn(Future.ready(1));
        abort(executor, 100);
        executor.tick();
        assertThat(executor.metrics().polls()).isOne();
        executor.spawn(Future.pending());
        executor.close();
        assertThat(executor.metrics().polls()).isOne();
    }

    @Test
    void callsThatAreAbortedBeforeTheyRunAreNotCounted() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        BlockingPool pool = BlockingPool.builder().maxThreads(1).build();
        pool.spawnBlocking(() -> {
            go.await();
            return null;
        });
        for (int i = 0; i < 10; i++) {
            pool.spawnBlocking(() -> 1).abort();
        }
        JoinHandle<Integer> last = pool.spawnBlocking(() -> 2);
        go.countDown();
        assertThat(Async.blockOn(last)).isEqualTo(2);
        assertThat(pool.metrics().polls()).as("as soon as the outcome is there").isEqualTo(2);
        pool.close();
    }
}
