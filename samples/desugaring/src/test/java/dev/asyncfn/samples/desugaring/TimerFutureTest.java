package dev.asyncfn.samples.desugaring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimerFutureTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final TimerFuture future = new TimerFuture(timer, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void nothing_is_scheduled_before_the_first_poll() {
        TimerFuture late = new TimerFuture(timer, Duration.ofDays(1));
        assertThat(timer.getQueue()).isEmpty();
        late.poll(Context.fromWaker(Waker.noop()));
        late.poll(Context.fromWaker(Waker.noop()));
        assertThat(timer.getQueue()).hasSize(1);
    }

    @Test
    void the_waker_of_the_newest_poll_is_woken() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        timer.execute(() -> awaitQuietly(hold)); // the timer cannot fire between the polls
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        assertThat(future.poll(cx(first)).isPending()).isTrue();
        assertThat(future.poll(cx(second)).isPending()).isTrue();
        hold.countDown();

        assertThat(second.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.getCount()).isEqualTo(1);
        assertThat(future.poll(cx(first)).isReady()).isTrue();
    }

    @Test
    void a_dropped_future_wakes_nobody() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        timer.execute(() -> awaitQuietly(hold));
        assertThat(future.poll(cx(woken)).isPending()).isTrue();
        future.drop();
        hold.countDown();

        timer.shutdown(); // what is scheduled still runs
        assertThat(timer.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(timer.getCompletedTaskCount()).isEqualTo(2);
        assertThat(woken.getCount()).isEqualTo(1);
    }

    private static Context cx(CountDownLatch woken) {
        return Context.fromWaker(Waker.of(woken::countDown));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
