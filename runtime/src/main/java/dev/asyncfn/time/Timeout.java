package dev.asyncfn.time;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** A future with a limited time. */
final class Timeout<T, E extends Exception> implements TryFuture<T, E>, Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** True during a poll, too. */
    private boolean ended;

    private final Sleep sleep;
    private final String message;

    Timeout(Future<T> future, Sleep sleep, String message) {
        this.future = Objects.requireNonNull(future, "future");
        this.sleep = sleep;
        this.message = message;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        boolean hadBudget = cx.hasBudgetRemaining();
        Poll<T> poll;
        try {
            poll = future.poll(cx);
        } catch (Throwable failure) {
            sleep.drop();
            throw failure;
        }
        if (poll.isReady()) {
            sleep.drop();
            future = null;
            return poll;
        }
        // A future that is never idle leaves no budget for the sleep, and is exactly the case for a timeout.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        if (neverIdle && sleep.isElapsed() || sleep.poll(cx).isReady()) {
            throw timedOut();
        }
        ended = false;
        return poll;
    }

    /** Drops the future that was too late, before the timeout is visible. */
    private TimeoutException timedOut() {
        sleep.drop();
        Future<T> late = future;
        future = null;
        TimeoutException timedOut = new TimeoutException(message);
        try {
            late.drop();
        } catch (Throwable thrown) {
            timedOut.addSuppressed(thrown);
        }
        return timedOut;
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            sleep.drop();
            Future<T> dropped = future;
            future = null;
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : "timeout, " + sleep.state();
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
