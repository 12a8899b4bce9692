package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    @Test
    void aSleepIsOverWhenItsTimeHasPassed() {
        Sleep sleep = Sleep.of(Duration.ofMillis(20), new SystemClock(1_000_000));
        Async.blockOn(sleep);
        assertThat(System.nanoTime() - sleep.deadline()).isGreaterThanOrEqualTo(0);
        assertThat(sleep.place).isEqualTo(Sleep.UNQUEUED);
    }

    @Test
    void anEarlierSleepThatComesLaterIsNotKeptWaiting() {
        SystemClock clock = new SystemClock(1_000_000);
        Sleep hours = Sleep.of(Duration.ofHours(5), clock);
        hours.poll(Context.fromWaker(Waker.noop()));
        Async.blockOn(Sleep.of(Duration.ofMillis(1), clock));
        assertThat(hours.place).isNotEqualTo(Sleep.UNQUEUED);
        hours.drop();
    }

    @Test
    void anEarlierOneEndsTheWaitOfTheThread() {
        SystemClock clock = new SystemClock(1_000_000);
        Sleep never = Sleep.of(Duration.ofDays(10_000), clock);
        never.poll(Context.fromWaker(Waker.noop()));
        await(() -> clock.thread().getState() == Thread.State.TIMED_WAITING);
        Async.blockOn(Sleep.of(Duration.ofMillis(1), clock));
        assertThat(never.place).isZero();
        never.drop();
    }

    @Test
    void itsThreadStartsWithTheFirstSleepAndEndsAfterTheLast() {
        SystemClock clock = new SystemClock(1_000_000);
        assertThat(clock.thread()).isNull();
        for (int i = 0; i < 100; i++) {
            Async.blockOn(Sleep.of(Duration.ofNanos(1_000 * i), clock));
        }
        Sleep dropped = Sleep.of(Duration.ofHours(1), clock);
        dropped.poll(Context.fromWaker(Waker.noop()));
        Thread thread = clock.thread();
        assertThat(thread.getName()).isEqualTo("asyncfn-timer");
        dropped.drop();
        await(() -> clock.thread() == null && !thread.isAlive());
    }

    @Test
    void aThreadIsUsedAgainWithinItsTime() {
        SystemClock clock = new SystemClock(Long.MAX_VALUE / 2);
        use(clock);
        Thread first = clock.thread();
        use(clock);
        assertThat(clock.thread()).isNotNull().isSameAs(first);
        assertThat(first.isAlive()).isTrue();
    }

    /** A sleep that cannot be over at its first poll, as a short one is on a slow machine. */
    private static void use(SystemClock clock) {
        Sleep sleep = Sleep.of(Duration.ofHours(1), clock);
        sleep.poll(Context.fromWaker(Waker.noop()));
        sleep.drop();
    }

    @Test
    void anInterruptOfItsThreadIsIgnored() {
        SystemClock clock = new SystemClock(Long.MAX_VALUE / 2);
        Sleep waiting = Sleep.of(Duration.ofHours(1), clock); // keeps the thread
        waiting.poll(Context.fromWaker(Waker.noop()));
        Thread timer = clock.thread();
        assertThat(timer.isDaemon()).isTrue();
        timer.interrupt();
        Async.blockOn(Sleep.of(Duration.ofMillis(1), clock));
        assertThat(clock.thread()).isSameAs(timer);
        assertThat(timer.isAlive()).isTrue();
        waiting.drop();
    }

    @Test
    void neitherAWakerNorAHandlerThatThrowsStopsIt() {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        SystemClock clock = new SystemClock(1_000_000);
        Sleep waiting = Sleep.of(Duration.ofHours(1), clock); // keeps the thread
        waiting.poll(Context.fromWaker(Waker.noop()));
        Thread timer = clock.thread();
        timer.setUncaughtExceptionHandler((thread, unheard) -> {
            uncaught.add(unheard);
            throw new OutOfMemoryError("a bad handler");
        });
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        Waker bad = Waker.of(() -> {
            throw thrown;
        });
        while (Sleep.of(Duration.ofMillis(1), clock)
                .poll(Context.fromWaker(bad))
                .isReady()) {
            Thread.yield(); // this thread was held up for too long
        }
        await(() -> !uncaught.isEmpty());
        Async.blockOn(Sleep.of(Duration.ofMillis(1), clock));
        assertThat(uncaught).containsExactly(thrown);
        assertThat(timer.isAlive()).isTrue();
        waiting.drop();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.yield();
        }
    }
}
