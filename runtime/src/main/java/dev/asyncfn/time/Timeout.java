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
    /** Null during its poll, and once it has completed, thrown or been dropped. */
    private Future<T> future;

    private final Sleep sleep;
    private final String message;

    Timeout(Future<T> future, Sleep sleep, String message) {
        this.future = Objects.requireNonNull(future, "future");
        this.sleep = sleep;
        this.message = message;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Future<T> polled = future;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        future = null;
        boolean hadBudget = cx.hasBudgetRemaining();
        Poll<T> poll;
        try {
            poll = polled.poll(cx);
        } catch (Throwable failure) {
            sleep.drop();
            throw failure;
        }
        if (poll.isReady()) {
            sleep.drop();
            return poll;
        }
        // A future that is never idle leaves no budget for the sleep, and is what a timeout is for.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        if (neverIdle && sleep.isElapsed() || sleep.poll(cx).isReady()) {
            throw timedOut(polled);
        }
        future = polled;
        return poll;
    }

    /** Drops what came too late, before anybody learns that it did. */
    private TimeoutException timedOut(Future<T> late) {
        sleep.drop();
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
        Future<T> given = future;
        future = null;
        if (given != null) {
            sleep.drop();
            given.drop();
        }
    }

    @Override
    public String state() {
        return future == null ? "DONE" : "Timeout, " + sleep.state();
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
