package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** A future that is polled and dropped with values of task locals. */
abstract class WithBindings<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final Future<T> future;

    WithBindings(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    /** The values to bind where those of the thread are {@code current}, which may be null. */
    abstract Bindings over(Bindings current);

    @Override
    public final Poll<T> poll(Context cx) throws Exception {
        Bindings before = enter();
        try {
            return future.poll(cx);
        } finally {
            Bindings.set(before);
        }
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) throws Exception {
        Bindings before = enter();
        try {
            return future.pollDrop(cx);
        } finally {
            Bindings.set(before);
        }
    }

    @Override
    public final void drop() {
        Bindings before = enter();
        try {
            future.drop();
        } finally {
            Bindings.set(before);
        }
    }

    @Override
    public final Undelivered<? super T> undelivered() {
        return future.undelivered();
    }

    private Bindings enter() {
        Bindings before = Bindings.current();
        Bindings.set(over(before));
        return before;
    }

    @Override
    public String state() {
        return "with task locals";
    }

    @Override
    public final Future<?> awaited() {
        return future;
    }
}
