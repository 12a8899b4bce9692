package dev.asyncfn.time;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.Objects;

/** A future with a limited time. */
final class Timeout<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** True during a poll, too. */
    private boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    /** What this throws once the late future has cleaned up; null while there is time. */
    private ElapsedException timedOut;

    private final Sleep sleep;
    private final String message;

    Timeout(Future<T> future, Sleep sleep, String message) {
        this.future = Objects.requireNonNull(future, "future");
        this.sleep = sleep;
        this.message = message;
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        if (timedOut != null) {
            return giveUp(cx);
        }
        boolean hadBudget = cx.hasBudgetRemaining();
        Poll<T> poll;
        try {
            poll = future.poll(cx);
        } catch (Throwable failure) {
            Drops drops = new Drops(failure);
            drops.drop(sleep);
            throw failure;
        }
        if (poll instanceof Poll.Ready<T> ready) {
            complete(ready.value());
            return poll;
        }
        // A future that is never idle leaves no budget for the sleep, and is exactly the case for a timeout.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        if (neverIdle && sleep.isElapsed() || isOver(cx)) {
            timedOut = new ElapsedException(message);
            new Drops(timedOut).drop(sleep);
            return giveUp(cx);
        }
        ended = false;
        return poll;
    }

    /** Whether the time has passed. If that cannot be known, as when no thread can be started to wait for it, nothing may stay behind. */
    private boolean isOver(Context cx) {
        try {
            return sleep.poll(cx).isReady();
        } catch (Throwable thrown) {
            Drops drops = new Drops(thrown);
            drops.drop(sleep);
            drops.drop(future);
            throw thrown;
        }
    }

    /** Has the future that was too late clean up, before the timeout is visible. */
    private Poll<T> giveUp(Context cx) {
        try {
            if (future.pollDrop(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
        } catch (Throwable failure) {
            timedOut.addSuppressed(failure);
        }
        future = null;
        throw timedOut;
    }

    /** Lets go of the sleep; if that throws, there is no way to hand on the value. */
    private void complete(T value) {
        ofValue = future.undelivered();
        future = null;
        Drops.dropBefore(sleep, ofValue, value);
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            ended = true;
            try {
                if (future.pollDrop(cx).isPending()) {
                    ended = false;
                    return Poll.pending();
                }
            } catch (Throwable failure) {
                new Drops(failure).drop(sleep);
                throw failure;
            }
            future = null;
            sleep.drop();
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            Future<T> dropped = future;
            future = null;
            Drops.dropBoth(sleep, dropped);
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
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
