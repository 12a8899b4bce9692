package dev.asyncfn.time;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells the time, and wakes sleepers. There are two: the {@linkplain #system() system's}, and {@linkplain ManualClock clocks that stand
 * still} until a test moves them on. tokio has one clock for each runtime, which its tests can pause. Thread-safe.
 *
 * <p>A future of time belongs to the clock that was {@linkplain #current() current} when it was made, unless it was given another.
 */
public abstract sealed class Clock permits SystemClock, ManualClock {
    /** The longest time to wait: 146 years, half the range, as the difference of two deadlines has to fit, too. */
    static final long FOREVER = Long.MAX_VALUE / 2;

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    /** Guards the timers, and the places of the sleeps in them. No waker is called with it. */
    final ReentrantLock lock = new ReentrantLock();

    final TimerHeap timers = new TimerHeap();

    Clock() {}

    /** The clock of {@link System#nanoTime()}. One daemon thread, shared by all, wakes the sleepers. */
    public static Clock system() {
        return SystemClock.INSTANCE;
    }

    /** A new clock whose time is 0, and that stands still. {@link ManualClock#create()}. */
    public static ManualClock manual() {
        return ManualClock.create();
    }

    /** The clock that was {@linkplain #enter entered} last on the present thread, or else that of the system. */
    public static Clock current() {
        Scope entered = CURRENT.get();
        return entered == null ? system() : entered.clock;
    }

    /**
     * Makes {@code clock} the current one of the present thread until the result is closed. It is for those who write executors, and
     * for tests that poll by hand.
     *
     * <pre>{@code
     * try (Clock.Scope scope = Clock.enter(clock)) {
     *     ... poll tasks
     * }
     * }</pre>
     */
    public static Scope enter(Clock clock) {
        Scope entered = new Scope(Objects.requireNonNull(clock, "clock"), CURRENT.get());
        CURRENT.set(entered);
        return entered;
    }

    /** The present time, in nanoseconds since an arbitrary origin, maybe in the future, so it may be negative and may overflow. */
    public abstract long nanoTime();

    /** Called with the lock when a sleep was added that is to be woken before all others. */
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
        lock.lock();
        try {
            if (timers.add(sleep) && timers.first() == sleep) {
                firstChanged();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets the sleep.
     *
     * @return whether it was yet to be woken
     */
    final boolean remove(Sleep sleep) {
        lock.lock();
        try {
            return timers.remove(sleep);
        } finally {
            lock.unlock();
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

    /** How long a clock is current. Scopes nest, and are closed by the thread that made them, innermost first. */
    public static final class Scope implements AutoCloseable {
        private final Clock clock;
        private final Scope outer;

        private Scope(Clock clock, Scope outer) {
            this.clock = clock;
            this.outer = outer;
        }

        /** The clock of this scope. */
        public Clock clock() {
            return clock;
        }

        /**
         * Makes the clock current again that was so before.
         *
         * @throws IllegalStateException if this is not the innermost scope of the present thread
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
    }
}
