package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;

/** The end of a future, as an item. The value of the future is released, since nobody takes it. */
final class Completion extends OwnedFuture<Object> implements Traced {
    private static final Poll<Object> COMPLETED = Poll.ready(new Object());

    /** Null once it has completed, thrown or been dropped. */
    private Future<?> child;

    Completion(Future<?> child) {
        this.child = Objects.requireNonNull(child, "future");
        OwnedFuture.claim(child, this);
    }

    @Override
    public Poll<Object> poll(Context cx) throws Exception {
        Future<?> polled = child;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        child = null;
        if (ChildFuture.completes(polled, cx)) {
            return COMPLETED;
        }
        child = polled;
        return Poll.pending();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Future<?> polled = child;
        child = null;
        if (ChildFuture.isPendingAfterDrop(polled, cx)) {
            child = polled;
            return Poll.pending();
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        Future<?> left = child;
        child = null;
        ChildFuture.drop(left);
    }

    @Override
    public String state() {
        return child == null ? "DONE" : "completion";
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
