package dev.asyncfn.time;

import java.time.Duration;
import java.util.Optional;

/**
 * A clock that stands still until it is moved on: for tests, in which hours pass at once, and the same way each time. What
 * {@code tokio::time::pause} and {@code advance} do for tokio's clock. Thread-safe.
 *
 * <p>The thread that moves it on wakes the sleepers: in the order of their deadlines, those of the same deadline in the order in which
 * they came. While one is woken the time is its deadline.
 */
public final class ManualClock extends Clock {
    private volatile long now;

    ManualClock(long now) {
        this.now = now;
    }

    /** A clock whose time is 0. */
    public static ManualClock create() {
        return new ManualClock(0);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    void firstChanged() {
        // Nobody waits: it is woken when the clock is moved on.
    }

    /**
     * Moves the time on, and wakes the sleepers whose time has come on the way.
     *
     * @param duration more than 146 years are taken for that
     * @throws IllegalArgumentException if it is negative. What a waker throws is thrown once the time has moved on, with what later
     *     ones throw suppressed in it
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back, nor by " + duration);
        }
        Wakes wakes = new Wakes();
        long left = nanos(duration);
        for (; ; ) {
            Sleep over;
            lock.lock();
            try {
                long step = timers.first() == null ? Long.MAX_VALUE : untilFirst();
                now += Math.min(step, left);
                if (step > left) {
                    break;
                }
                left -= step;
                over = takeFirst();
            } finally {
                lock.unlock();
            }
            wakes.wake(over);
        }
        wakes.rethrow();
    }

    /** The time until the first sleeper is to be woken, zero if that is due; empty if there is none. */
    public Optional<Duration> untilNextTimer() {
        lock.lock();
        try {
            return timers.first() == null ? Optional.empty() : Optional.of(Duration.ofNanos(untilFirst()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves the time on to the first deadline, and wakes the sleepers whose deadline that is.
     *
     * @return false if there is none, so that nothing has happened. What a waker throws is thrown as by {@link #advance}
     */
    public boolean advanceToNextTimer() {
        Optional<Duration> next = untilNextTimer();
        next.ifPresent(this::advance);
        return next.isPresent();
    }

    private long untilFirst() {
        return Math.max(0, timers.first().deadline - now);
    }

    private Sleep takeFirst() {
        Sleep first = timers.first();
        timers.remove(first);
        return first;
    }

    @Override
    public String toString() {
        return "ManualClock[" + Duration.ofNanos(now) + "]";
    }

    /** Wakes sleepers, and keeps what their wakers throw, which is no reason not to wake the others. */
    private static final class Wakes {
        private Throwable thrown;

        void wake(Sleep sleep) {
            try {
                sleep.wake();
            } catch (Throwable failure) {
                if (thrown == null) {
                    thrown = failure;
                } else if (thrown != failure) {
                    thrown.addSuppressed(failure);
                }
            }
        }

        void rethrow() {
            // Wakers declare nothing that is checked.
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException failure) {
                throw failure;
            }
            if (thrown != null) {
                throw new IllegalStateException("a waker threw", thrown);
            }
        }
    }
}
