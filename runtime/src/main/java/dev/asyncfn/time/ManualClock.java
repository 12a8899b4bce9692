package dev.asyncfn.time;

import java.time.Duration;
import java.util.Optional;

/**
 * A clock that stands still until it is advanced: for tests, in which hours pass in no time, and in the same way each time. The counterpart
 * of {@code tokio::time::pause} and {@code advance}. Thread-safe.
 *
 * <p>The thread that advances it wakes the sleepers, in the order of their deadlines; those with the same deadline in the order in which they
 * came. While a sleeper is woken, the time is its deadline.
 */
public final class ManualClock extends Clock {
    private volatile long now;

    ManualClock(long now) {
        this.now = now;
    }

    /**
     * A clock whose time is 0.
     *
     * @return a new clock for each call
     */
    public static ManualClock create() {
        return new ManualClock(0);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    void firstChanged() {
        // No thread waits: it is woken when the clock is advanced.
    }

    /**
     * Advances the time, and wakes the sleepers whose deadlines are reached on the way.
     *
     * @param duration more than 146 years count as 146 years
     * @throws IllegalArgumentException if it is negative. An exception of a waker is thrown once the time has advanced, with later ones
     *     suppressed in it
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back, nor by " + duration);
        }
        Wakes wakes = new Wakes();
        long left = nanos(duration);
        for (; ; ) {
            Sleep over;
            synchronized (timers) {
                long step = timers.first() == null ? Long.MAX_VALUE : untilFirst();
                now += Math.min(step, left);
                if (step > left) {
                    break;
                }
                left -= step;
                over = takeFirst();
            }
            wakes.wake(over);
        }
        wakes.rethrow();
    }

    /**
     * The time until the first sleeper is due, zero if it is due already; empty if there is none.
     *
     * @return a duration that is not negative; it may be out of date as soon as it is returned if other threads sleep by this clock
     */
    public Optional<Duration> untilNextTimer() {
        synchronized (timers) {
            return timers.first() == null ? Optional.empty() : Optional.of(Duration.ofNanos(untilFirst()));
        }
    }

    /**
     * Advances the time to the first deadline, and wakes the sleepers that have it.
     *
     * @return false if there is none, and nothing has happened. Exceptions of wakers are thrown as by {@link #advance}
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

    /** Wakes sleepers, and keeps the exceptions of their wakers, so that the others are woken too. */
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
