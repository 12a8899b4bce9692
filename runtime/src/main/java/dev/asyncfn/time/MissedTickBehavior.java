package dev.asyncfn.time;

/**
 * How an {@link Interval} continues when a tick was taken later than it was due. tokio's {@code MissedTickBehavior}.
 *
 * <p>A tick that is taken no more than 5 milliseconds after it was due, nor more than its period, counts as taken in time: the next one
 * is due a period after it was due, whatever the behavior. (In tokio, 5 milliseconds apply to shorter periods, too.)
 *
 * <p>With a period of 1, for a tick that was due at 2 and is taken at 4.5, the following ones are due at:
 */
public enum MissedTickBehavior {
    /** 3, 4, 5: missed ticks come immediately, one after the other, until the interval has caught up. */
    BURST {
        @Override
        long next(long due, long now, long period) {
            return due + period;
        }
    },

    /** 5.5, 6.5, 7.5: one period after the tick was taken, and so on from there. */
    DELAY {
        @Override
        long next(long due, long now, long period) {
            // No tick is taken at the very nanosecond, and a beat should not drift for that.
            return now - due > Math.min(TOLERANCE, period) ? now + period : due + period;
        }
    },

    /** 5, 6, 7: missed ticks are skipped. */
    SKIP {
        @Override
        long next(long due, long now, long period) {
            return now + period - (now - due) % period;
        }
    };

    /** Within this many nanoseconds, and within its period, a tick is not late. tokio's number. */
    static final long TOLERANCE = 5_000_000;

    /** When the tick after the one that was due at {@code due} and is taken {@code now} is due. */
    abstract long next(long due, long now, long period);
}
