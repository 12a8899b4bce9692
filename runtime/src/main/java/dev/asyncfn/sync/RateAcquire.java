package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Sleep;
import java.time.Duration;

/** Takes its tokens at once if it can. Otherwise it waits first for its turn, and then for the tokens: only the first in line needs a timer. */
final class RateAcquire extends OwnedFuture<Void> implements Traced {
    private static final Poll<Void> TAKEN = Poll.ready(null);

    private final RateLimiter limiter;
    private final int permits;

    /** Whether the limiter counts it as one that waits. */
    private boolean counted;
    /** The place in the line; null before it joins that, and once it is its turn. */
    private Future<Semaphore.Permit> line;
    /** Null unless it is its turn. */
    private Semaphore.Permit turn;
    /** Null unless it waits for tokens. */
    private Sleep sleep;

    /** True during a poll, too. */
    private boolean ended;

    RateAcquire(RateLimiter limiter, int permits) {
        this.limiter = limiter;
        this.permits = permits;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            return advance(cx);
        } catch (Throwable thrown) { // by a waker written by hand, for instance: the turn is for the next
            new Drops(thrown).drop(this);
            throw thrown;
        }
    }

    private Poll<Void> advance(Context cx) throws Exception {
        if (!counted) {
            if (limiter.takeOrJoin(permits, cx.hasBudgetRemaining())) {
                ended = true;
                cx.proceed();
                return TAKEN;
            }
            counted = true;
            line = limiter.turn();
        }
        if (turn == null) {
            if (!(line.poll(cx) instanceof Poll.Ready<Semaphore.Permit> mine)) {
                return Poll.pending();
            }
            turn = mine.value();
            line = null;
        }
        while (sleep == null || sleep.poll(cx).isReady()) {
            long nanos = limiter.takeAndLeave(permits);
            if (nanos == 0) {
                counted = false;
                drop();
                return TAKEN;
            }
            sleep = Sleep.of(Duration.ofNanos(nanos), limiter.clock());
        }
        return Poll.pending();
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        ended = true;
        Drops drops = new Drops(null);
        drops.drop(line);
        drops.drop(sleep);
        if (counted) {
            limiter.leave();
        }
        if (turn != null) {
            drops.run(turn::close);
        }
        line = null;
        sleep = null;
        turn = null;
        drops.rethrow();
    }

    @Override
    public String state() {
        return ended ? "DONE" : limiter.toString();
    }

    @Override
    public Future<?> awaited() {
        return line == null ? sleep : line;
    }
}
