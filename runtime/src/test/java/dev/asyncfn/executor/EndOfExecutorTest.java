package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is due at the end of an executor, the report of failures, is done by one thread; the others that close it wait for that. */
class EndOfExecutorTest {
    private final CountDownLatch reporting = new CountDownLatch(1);
    private final CountDownLatch mayReport = new CountDownLatch(1);
    private final List<Throwable> reported = new CopyOnWriteArrayList<>();

    private ThreadPool pool;

    private void report(Throwable failure) {
        reporting.countDown();
        try {
            mayReport.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        reported.add(failure);
    }

    /** A pool whose failed task has ended, and whose handle nobody has asked. */
    private ThreadPool poolWithFailure(UncaughtTaskHandler handler) {
        ThreadPool made =
                ThreadPool.builder().threads(1).uncaughtTaskHandler(handler).build();
        JoinHandle<?> failed = made.spawn(Future.failed(new IOException("unheard")));
        while (!failed.isFinished() || made.size() > 0) {
            Thread.yield();
        }
        return made;
    }

    @Test
    void aCloseWaitsForTheReportsThatAnotherThreadMakes() throws Exception {
        pool = poolWithFailure(this::report);
        Thread first = new Thread(pool::shutdown);
        first.start();
        reporting.await(); // the first thread is in the handler
        pool.shutdownNow(); // does not wait
        assertThat(pool.isTerminated()).isFalse();
        Thread second = new Thread(pool::close);
        second.start();
        while (second.getState() != Thread.State.WAITING && second.getState() != Thread.State.TIMED_WAITING) {
            assertThat(second.isAlive()).isTrue();
            Thread.yield();
        }
        assertThat(reported).isEmpty();
        mayReport.countDown();
        second.join();
        assertThat(reported).hasSize(1);
        first.join();
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void aHandlerThatClosesTheExecutorDoesNotWaitForItself() {
        pool = poolWithFailure(failure -> {
            pool.close();
            reported.add(failure);
        });
        pool.shutdown();
        assertThat(reported).hasSize(1);
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
    }
}
