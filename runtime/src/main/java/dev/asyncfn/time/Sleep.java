package dev.asyncfn.time;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.waker.WakerSlot;
import java.time.Duration;
import java.util.Objects;

/**
 * A future that is ready once a time has passed. tokio's {@code Sleep}. Its value is null. Like any future, it is used by one thread at a
 * time, and awaited by one task: while that waits, a poll by another task throws {@link IllegalStateException}. It may go from one task to another.
 *
 * <p>The time starts when the future is created, not at its first poll. While it waits it uses no thread, only a place among the timers of
 * its {@link Clock}, from its first pending poll until it is over or {@linkplain #drop() dropped}; polling it after a drop takes a place
 * again. After completion, each poll is ready again, until it is {@linkplain #reset(Duration) reset}.
 */
public final class Sleep implements Future<Void>, Traced {
    static final int UNQUEUED = -1;

    /** Where it is in the clock's heap, or {@link #UNQUEUED}; guarded by the clock's lock, as is {@link #order}. */
    int place = UNQUEUED;

    /** The order among sleeps with the same deadline. */
    long order;

    /** Whether it is in the heap. Written with the clock's lock; read without, just to save that. */
    volatile boolean queued;

    /** Changes only outside the heap. */
    long deadline;

    private final Clock clock;
    private final WakerSlot waker = new WakerSlot();
    /** Whether a second task was refused, which may drop this while the first waits. */
    private boolean refused;

    private Sleep(Clock clock, long deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * Ready when this much time has passed from now, by the {@linkplain Clock#current() current} clock. tokio's {@code sleep}.
     *
     * @param duration zero or less is ready at once; more than 146 years count as 146 years
     * @return a new future, whose time starts now
     */
    public static Sleep of(Duration duration) {
        return of(duration, Clock.current());
    }

    /**
     * As {@link #of(Duration)}, by this clock.
     *
     * @param duration zero or less is ready at once; more than 146 years count as 146 years
     * @param clock measures the time, whichever clock is current later
     * @return a new future, whose time starts now
     */
    public static Sleep of(Duration duration, Clock clock) {
        return new Sleep(clock, clock.after(duration));
    }

    /**
     * Ready at {@code deadline}, a time of the {@linkplain Clock#current() current} clock. tokio's {@code sleep_until}.
     *
     * @param deadline as of {@link Clock#nanoTime()}; a time that has passed is ready at once, more than 146 years ahead
     *     count as 146 years
     * @return a new future
     */
    public static Sleep until(long deadline) {
        return until(deadline, Clock.current());
    }

    /**
     * As {@link #until(long)}, by this clock.
     *
     * @param deadline as of {@link Clock#nanoTime()} of {@code clock}; a time that has passed is ready at once, more than 146 years ahead
     *     count as 146 years
     * @param clock measures the time, whichever clock is current later
     * @return a new future
     */
    public static Sleep until(long deadline, Clock clock) {
        return new Sleep(Objects.requireNonNull(clock, "clock"), clock.limited(deadline));
    }

    /**
     * When it is over, as of {@link Clock#nanoTime()} of its clock.
     *
     * @return a time in nanoseconds, which may have passed and may be negative
     */
    public long deadline() {
        return deadline;
    }

    /**
     * Whether the time has passed.
     *
     * @return true from then on, until the sleep is {@linkplain #reset(Duration) reset}
     */
    public boolean isElapsed() {
        return clock.nanoTime() - deadline >= 0;
    }

    /**
     * Its clock.
     *
     * @return the clock for which it was created, never another one
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Restarts: it is over when this much time has passed from now. A task that waits for it keeps waiting. tokio's {@code reset}.
     *
     * @param duration as for {@link #of(Duration)}
     */
    public void reset(Duration duration) {
        move(clock.after(duration));
    }

    /**
     * Restarts: it is over at {@code deadline}. A task that waits for it keeps waiting.
     *
     * @param deadline as for {@link #until(long)}
     */
    public void resetUntil(long deadline) {
        move(clock.limited(deadline));
    }

    private void move(long to) {
        boolean waiting = clock.remove(this);
        deadline = to;
        if (!waiting) {
            return; // or it has just been woken, and will be polled
        }
        clock.add(this);
        if (isElapsed() && clock.remove(this)) {
            waker.wake(); // a clock that stands still does not look
        }
    }

    @Override
    public Poll<Void> poll(Context cx) {
        if (isElapsed()) {
            return elapsed(cx);
        }
        refuseSecond(cx);
        try {
            waker.register(cx.waker());
            if (!queued) {
                clock.add(this);
            }
        } catch (Throwable thrown) { // by a waker written by hand, or there is no thread
            new Drops(thrown).drop(this);
            throw thrown;
        }
        return isElapsed() ? elapsed(cx) : Poll.pending();
    }

    private void refuseSecond(Context cx) {
        try {
            waker.refuseSecond(cx.waker(), this);
        } catch (IllegalStateException another) {
            refused = true;
            throw another;
        }
    }

    private Poll<Void> elapsed(Context cx) {
        if (!cx.proceed()) {
            return Poll.pending();
        }
        if (queued) {
            clock.remove(this);
        }
        waker.ready(cx.waker(), this);
        return Poll.ready(null);
    }

    /**
     * Takes it out of the clock's timers, which costs little: a comparison for each doubling of their number, at worst. Has no effect if it is called
     * by a second task, which was refused, while the first waits.
     */
    @Override
    public void drop() {
        if (refused && waker.isAwaited(this)) {
            return;
        }
        if (queued) {
            clock.remove(this);
        }
        waker.drop();
    }

    /** The deadline has been reached. Called by the clock, which has taken it out of the heap. */
    void wake() {
        waker.wake();
    }

    /** Also names the system clock, instead of the time left, if another clock is {@linkplain Clock#current() current}: it may be the wrong one. */
    @Override
    public String state() {
        if (clock == Clock.system() && Clock.current() != clock) {
            return "Sleep by " + clock;
        }
        long left = deadline - clock.nanoTime();
        return left <= 0 ? "Sleep, elapsed" : "Sleep, " + Duration.ofNanos(left) + " left";
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
