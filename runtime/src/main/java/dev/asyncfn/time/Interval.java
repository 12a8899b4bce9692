package dev.asyncfn.time;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.time.Duration;
import java.util.Objects;

/**
 * Ticks, one each period. tokio's {@code Interval}. It is used by one thread at a time, and one of its ticks is awaited at a time.
 *
 * <pre>{@code
 * Interval seconds = Interval.of(Duration.ofSeconds(1));
 * for (; ; ) {
 *     await(seconds.tick());
 *     ...
 * }
 * }</pre>
 *
 * <p>The next tick is due one period after the previous one was due, however late that was taken, so that the interval keeps its beat. The
 * {@link MissedTickBehavior} decides what happens if a tick is taken when later ones are already due.
 *
 * <p>While no tick is awaited, it holds no timer, so that it can simply be forgotten.
 */
public final class Interval {
    private final Sleep sleep;
    private final Duration period;
    private final long nanos;
    private MissedTickBehavior missedTickBehavior = MissedTickBehavior.BURST;
    /** The tick that was polled last and is pending: the sleep is its own. */
    private Tick waiting;

    private Interval(Sleep sleep, Duration period) {
        this.sleep = sleep;
        this.period = period;
        this.nanos = Clock.nanos(period);
    }

    /**
     * Ticks at once, and then each period, by the {@linkplain Clock#current() current} clock. tokio's {@code interval}.
     *
     * @param period more than 146 years count as 146 years
     * @return a new interval, which waits for nothing until a tick is polled
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Interval of(Duration period) {
        return of(period, Clock.current());
    }

    /**
     * As {@link #of(Duration)}, by this clock.
     *
     * @param period more than 146 years count as 146 years
     * @param clock measures all periods, whichever clock is current later
     * @return a new interval, which waits for nothing until a tick is polled
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Interval of(Duration period, Clock clock) {
        return startingAt(clock.nanoTime(), period, clock);
    }

    /**
     * Ticks at {@code start}, and then each period, by the {@linkplain Clock#current() current} clock. tokio's {@code interval_at}.
     *
     * @param start when the first tick is due, as of {@link Clock#nanoTime()}; it may have passed
     * @param period more than 146 years count as 146 years
     * @return a new interval, which waits for nothing until a tick is polled
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Interval startingAt(long start, Duration period) {
        return startingAt(start, period, Clock.current());
    }

    /**
     * As {@link #startingAt(long, Duration)}, by this clock.
     *
     * @param start when the first tick is due, as of {@link Clock#nanoTime()} of {@code clock}; it may have passed
     * @param period more than 146 years count as 146 years
     * @param clock measures all periods, whichever clock is current later
     * @return a new interval, which waits for nothing until a tick is polled
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Interval startingAt(long start, Duration period, Clock clock) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a period of " + period + " would tick without end");
        }
        return new Interval(Sleep.until(start, clock), period);
    }

    /**
     * The next tick: ready once it is due, with the time at which it was due, as of {@link Clock#nanoTime()}. Nothing happens before its
     * first poll. Cancel-safe: if it is dropped before it is ready, the next call returns the same tick.
     *
     * @return a future that must not be polled again after it was ready or dropped: that throws {@link IllegalStateException}
     */
    public Future<Long> tick() {
        return new Tick();
    }

    /**
     * Polls for the next tick, as {@link #tick()} does. tokio's {@code poll_tick}.
     *
     * @param cx the context of this poll, as for {@link Future#poll}
     * @return ready with the time at which the tick was due, never null; or pending
     */
    public Poll<Long> pollTick(Context cx) {
        Poll<Void> slept = sleep.poll(cx); // first: it throws if another task waits
        waiting = null;
        if (slept.isPending()) {
            return Poll.pending();
        }
        long due = sleep.deadline();
        sleep.resetUntil(missedTickBehavior.next(due, sleep.clock().nanoTime(), nanos));
        return Poll.ready(due);
    }

    /**
     * What happens when ticks are missed: {@link MissedTickBehavior#BURST} unless it was set.
     *
     * @return the behavior for the next tick that is taken late
     */
    public MissedTickBehavior missedTickBehavior() {
        return missedTickBehavior;
    }

    /**
     * Sets what happens when ticks are missed, from the next tick on.
     *
     * @param behavior replaces the one before; ticks that were taken keep their times
     */
    public void setMissedTickBehavior(MissedTickBehavior behavior) {
        missedTickBehavior = Objects.requireNonNull(behavior, "behavior");
    }

    /**
     * The time from one tick to the next.
     *
     * @return a positive duration, as it was given
     */
    public Duration period() {
        return period;
    }

    /** Restarts: the next tick is due a period from now. */
    public void reset() {
        sleep.reset(period);
    }

    /** Restarts: the next tick is due now. */
    public void resetImmediately() {
        sleep.reset(Duration.ZERO);
    }

    /**
     * Restarts: the next tick is due when this time from now has passed.
     *
     * @param duration zero or less is now
     */
    public void resetAfter(Duration duration) {
        sleep.reset(duration);
    }

    /**
     * Restarts: the next tick is due at {@code start}.
     *
     * @param start as of {@link Clock#nanoTime()}; it may have passed
     */
    public void resetAt(long start) {
        sleep.resetUntil(start);
    }

    private final class Tick extends OwnedFuture<Long> implements Traced {
        private boolean ended;

        @Override
        public Poll<Long> poll(Context cx) {
            if (ended) {
                throw new IllegalStateException("polled after completion");
            }
            Poll<Long> tick = pollTick(cx);
            ended = tick.isReady();
            waiting = ended ? null : this;
            return tick;
        }

        @Override
        public void drop() {
            ended = true;
            if (waiting == this) { // or the sleep may be another tick's by now
                waiting = null;
                sleep.drop();
            }
        }

        @Override
        public String state() {
            return ended ? "DONE" : "Interval.tick of " + period;
        }

        @Override
        public Future<?> awaited() {
            return ended ? null : sleep;
        }
    }
}
