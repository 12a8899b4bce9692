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
}
