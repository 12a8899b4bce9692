package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    @Test
    void aSleepIsOverWhenItsTimeHasPassed() {
        Sleep sleep = Sleep.of(Duration.ofMillis(20));
        Async.blockOn(sleep);
        assertThat(System.nanoTime() - sleep.deadline()).isGreaterThanOrEqualTo(0);
        assertThat(sleep.place).isEqualTo(Sleep.UNQUEUED);
    }

    @Test
    void anEarlierSleepThatComesLaterIsNotKeptWaiting() {
        Sleep hours = Sleep.of(Duration.ofHours(5));
        hours.poll(Context.fromWaker(Waker.noop()));
        Async.blockOn(Sleep.of(Duration.ofMillis(1)));
        assertThat(hours.place).isNotEqualTo(Sleep.UNQUEUED);
        hours.drop();
    }

    @Test
    void anEarlierOneEndsTheWaitOfTheThread() throws Exception {
        SystemClock clock = new SystemClock();
        Sleep never = Sleep.of(Duration.ofDays(10_000), clock);
        clock.add(never);
        Sleep[] taken = new Sleep[1];
        Thread waiting = new Thread(() -> {
            try {
                taken[0] = clock.next();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        Sleep now = Sleep.of(Duration.ZERO, clock);
        clock.add(now);
        waiting.join();
        assertThat(taken[0]).isSameAs(now);
        assertThat(never.place).isZero();
    }

    @Test
    void anInterruptOfItsThreadIsIgnored() {
        Async.blockOn(Sleep.of(Duration.ofMillis(1)));
        Thread timer = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("asyncfn-timer"))
                .findAny()
                .orElseThrow();
        assertThat(timer.isDaemon()).isTrue();
        timer.interrupt();
        Async.blockOn(Sleep.of(Duration.ofMillis(1)));
        assertThat(timer.isAlive()).isTrue();
    }

    @Test
    void neitherAWakerNorAHandlerThatThrowsStopsIt() throws Exception {
        SystemClock clock = new SystemClock(); // whose turns are those of this thread
        List<Throwable> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, unheard) -> {
            uncaught.add(unheard);
            throw new IllegalStateException("a bad handler");
        });
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        Waker bad = Waker.of(() -> {
            throw thrown;
        });
        TaskProbe task = new TaskProbe();
        try {
            startWaiting(clock, bad);
            startWaiting(clock, task.waker());
            clock.turn();
            clock.turn();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(uncaught).containsExactly(thrown);
        assertThat(task.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    /** Until a sleep has been made and polled within its time, however slow this thread is. */
    private static void startWaiting(SystemClock clock, Waker waker) {
        Duration time = Duration.ofMillis(1);
        while (Sleep.of(time, clock).poll(Context.fromWaker(waker)).isReady()) {
            time = time.multipliedBy(2);
        }
    }
}
