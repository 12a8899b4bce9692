package dev.asyncfn.time;

import java.time.Duration;
import java.util.Objects;

/**
 * The time, and the timers that wake sleepers. There are two kinds: the {@linkplain #system() system clock}, and
 * {@linkplain ManualClock clocks that stand still} until a test advances them. tokio has one clock per runtime, which its tests can
 * pause. Thread-safe.
 *
 * <p>A timed future belongs to the clock that was {@linkplain #current() current} when it was created, unless it was given another one.
 */
public abstract sealed class Clock permits SystemClock, ManualClock {
    /** The longest time to wait: 146 years, half the range, as the difference of two deadlines has to fit, too. */
    static final long FOREVER = Long.MAX_VALUE / 2;

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    /** Its monitor guards it, and the places of the sleeps in it. No waker is called with it. */
    final TimerHeap timers = new TimerHeap();

    Clock() {}

    /**
     * The clock of {@link System#nanoTime()}. One daemon thread, shared by all, wakes the sleepers. It starts with the first, and ends a
     * second after the last; it inherits nothing of any of them.
     *
     * @return always the same instance
     */
    public static Clock system() {
        return SystemClock.INSTANCE;
    }

    /**
     * A new clock whose time is 0, and that stands still. {@link ManualClock#create()}.
     *
     * @return a new clock for each call, which only moves when it is advanced
     */
    public static ManualClock manual() {
        return ManualClock.create();
    }

    /**
     * The clock that was {@linkplain #enter entered} last on the current thread, or else the system clock.
     *
     * @return the clock of the calling thread; other threads may have another one
     */
    public static Clock current() {
        Scope entered = CURRENT.get();
        return entered == null ? system() : entered.clock;
    }

    /**
     * Makes {@code clock} the current one of this thread until the result is closed. It is for writing executors, and for tests that
     * poll by hand.
     *
     * <pre>{@code
     * try (Clock.Scope scope = Clock.enter(clock)) {
     *     ... poll tasks
     * }
     * }</pre>
     *
     * @param clock becomes current for the calling thread only
     * @return the scope, which this thread must close, after all scopes within
     */
    public static Scope enter(Clock clock) {
        Scope entered = new Scope(Objects.requireNonNull(clock, "clock"), CURRENT.get());
        CURRENT.set(entered);
        return entered;
    }

    /**
     * The current time, in nanoseconds since an arbitrary origin, which may be in the future: it may be negative and may overflow.
     *
     * @return a time in nanoseconds, which never goes back
     */
    public abstract long nanoTime();

    /** Called with the lock when a sleep was added that is due before all others. If it throws, the sleep is not added. */
    abstract void firstChanged();

    /** The time that is {@code duration} from now: now if it is negative, and not later than {@link #FOREVER}. */
    final long after(Duration duration) {
        return nanoTime() + nanos(duration);
    }

    /** The time to wait for {@code deadline}, within the range. */
    final long limited(long deadline) {
        long now = nanoTime();
        return deadline - now > FOREVER ? now + FOREVER : deadline;
    }

    /** Has the sleep woken at its deadline; does nothing if that is so already. */
    final void add(Sleep sleep) {
        synchronized (timers) {
            if (!timers.add(sleep) || timers.first() != sleep) {
                return;
            }
            try {
                firstChanged();
            } catch (Throwable noThread) {
                timers.remove(sleep);
                throw noThread;
            }
        }
    }

    /**
     * Forgets the sleep.
     *
     * @return whether it was yet to be woken
     */
    final boolean remove(Sleep sleep) {
        synchronized (timers) {
            return timers.remove(sleep);
        }
    }

    /** A duration as a time to wait: none if it is negative, and {@link #FOREVER} at most. */
    static long nanos(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        try {
            return Math.min(duration.toNanos(), FOREVER);
        } catch (ArithmeticException e) {
            return FOREVER;
        }
    }

    /** The scope in which a clock is current. Scopes nest, and are closed by the thread that created them, innermost first. */
    public static final class Scope implements AutoCloseable {
        private final Clock clock;
        private final Scope outer;

        private Scope(Clock clock, Scope outer) {
            this.clock = clock;
            this.outer = outer;
        }

        /**
         * The clock of this scope.
         *
         * @return always the same clock, also after the scope was closed
         */
        public Clock clock() {
            return clock;
        }

        /**
         * Makes the previous clock current again.
         *
         * @throws IllegalStateException if this is not the innermost scope of the current thread
         */
        @Override
        public void close() {
            if (CURRENT.get() != this) {
                throw new IllegalStateException(clock + " was not entered last on this thread");
            }
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }

        /**
         * Makes the previous clock current again, and with it removes the scopes that were entered after this one and are still there. An
         * executor ends its stay with this instead of {@link #close()}, because one of its tasks may not have closed a scope.
         *
         * @throws IllegalStateException if there were such scopes, once they are removed; or, without any effect, if this is not a scope of
         *     the current thread
         */
        public void leave() {
            Scope innermost = CURRENT.get();
            Scope scope = innermost;
            while (scope != null && scope != this) {
                scope = scope.outer;
            }
            if (scope == null) {
                throw new IllegalStateException(clock + " was not entered on this thread");
            }
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
            if (innermost != this) {
                throw new IllegalStateException(
                        innermost.clock + " was entered after " + clock + ", and its scope was not closed");
            }
        }
    }
}
