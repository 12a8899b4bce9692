package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.function.Function;

/** Makes a future of each item, one at a time. */
final class AsyncSink<T> extends GuardedSink<T> implements Traced {
    private final Function<? super T, ? extends Future<?>> action;
    /** The future of the last item, or null once it has completed. */
    private Future<?> child;

    AsyncSink(Function<? super T, ? extends Future<?>> action) {
        this.action = Objects.requireNonNull(action, "action");
    }

    @Override
    Poll<Void> tryReady(Context cx) throws Exception {
        return tryFlush(cx);
    }

    @Override
    void take(T item) {
        child = Objects.requireNonNull(action.apply(item), "action returned null");
        OwnedFuture.claim(child, this);
    }

    @Override
    Poll<Void> tryFlush(Context cx) throws Exception {
        Future<?> polled = child;
        if (polled == null) {
            return DONE;
        }
        child = null;
        if (ChildFuture.poll(polled, cx).isReady()) {
            return DONE;
        }
        child = polled;
        return Poll.pending();
    }

    @Override
    Poll<Void> tryClose(Context cx) {
        return DONE;
    }

    @Override
    void letGo() {
        Future<?> left = child;
        child = null;
        ChildFuture.drop(left);
    }

    @Override
    public String toString() {
        return "AsyncSink";
    }

    @Override
    public String state() {
        return child == null ? "idle" : "busy";
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
