package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** A future that is given up when a token is cancelled. */
final class RunUntilCancelled<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final CancellationToken token;
    private final Cancelled cancelled;
    /** Null once this has completed, thrown or been dropped. */
    private Future<T> future;

    private boolean started;

    /** What this throws once the future has cleaned up; null while the token is not cancelled. */
    private CancellationException cancelling;

    private Undelivered<? super T> ofValue = Undelivered.close();

    RunUntilCancelled(CancellationToken token, Future<T> future) {
        this.token = token;
        this.cancelled = new Cancelled(token);
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (future == null) {
            throw new IllegalStateException("polled after completion");
        }
        if (cancelling == null && (started || !token.isCancelled())) {
            started = true;
            Future<T> polled = future;
            Poll<T> poll = pollFuture(cx);
            if (poll.isReady()) {
                return poll;
            }
            if (future == null) { // against the rules; the token must not keep what is never polled again
                IllegalStateException dropped = new IllegalStateException("dropped during its own poll");
                new Drops(dropped).drop(polled); // again: the first came in the middle of its poll
                throw dropped;
            }
        }
        if (cancelling == null && isCancelled(cx)) {
            cancelling = new TokenCancelled();
        }
        if (cancelling == null || !isCleanedUp(cx)) {
            return Poll.pending();
        }
        throw cancelling;
    }

    /** Even if the future has spent the budget, or a busy one could not be stopped. */
    private boolean isCancelled(Context cx) {
        try {
            return cancelled.isCancelled(cx);
        } catch (Throwable thrown) { // by a waker written by hand, for instance: nothing may stay behind
            new Drops(thrown).drop(this);
            throw thrown;
        }
    }

    private boolean isCleanedUp(Context cx) {
        try {
            return pollDrop(cx).isReady();
        } catch (Throwable failure) {
            cancelling.addSuppressed(failure);
            return true;
        }
    }

    private Poll<T> pollFuture(Context cx) throws Exception {
        Poll<T> poll;
        try {
            poll = future.poll(cx);
        } catch (Throwable thrown) {
            Traced.restore(thrown, future); // before it is let go of
            future = null;
            new Drops(thrown).drop(cancelled);
            throw thrown;
        }
        if (poll instanceof Poll.Ready<T> ready) {
            complete(ready.value());
        }
        return poll;
    }

    /** Lets go of the token; if that throws, there is no way to hand on the value. */
    private void complete(T value) {
        ofValue = future.undelivered();
        future = null;
        Drops.dropBefore(cancelled, ofValue, value);
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Future<T> dropped = future;
        if (dropped != null) {
            future = null;
            try {
                if (dropped.pollDrop(cx).isPending()) {
                    future = dropped;
                    return Poll.pending();
                }
            } catch (Throwable failure) {
                new Drops(failure).drop(cancelled);
                throw failure;
            }
            cancelled.drop();
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        Future<T> dropped = future;
        if (dropped != null) {
            future = null;
            Drops.dropBoth(cancelled, dropped); // also if the drop of a waker written by hand throws
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return "CancellationToken.runUntilCancelled, " + (future == null ? "done" : "running");
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
