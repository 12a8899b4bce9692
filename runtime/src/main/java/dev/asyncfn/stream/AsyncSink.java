package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Ending;
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
        child = ChildFuture.claimed(action.apply(item), this, "action returned null");
    }

    @Override
    Poll<Void> tryFlush(Context cx) throws Exception {
        Future<?> polled = child;
        if (polled == null) {
            return DONE;
        }
        child = null;
        if (ChildFuture.completes(polled, cx)) {
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
    boolean isLetGo(Ending<Void> into, Context cx) {
        Future<?> left = child;
        if (ChildFuture.letsGo(left, into, cx)) {
            child = null;
        } else if (child == null) {
            left.drop(); // again: it has dropped this sink, in the middle of its cleanup
        }
        return child == null;
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
