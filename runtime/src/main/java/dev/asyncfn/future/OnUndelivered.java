package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Consumer;

/** Another future, whose value goes to a hook if it cannot be handed on. */
final class OnUndelivered<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final Future<T> future;
    private final Consumer<? super T> hook;

    OnUndelivered(Future<T> future, Consumer<? super T> hook) {
        this.future = Objects.requireNonNull(future, "future");
        this.hook = Objects.requireNonNull(hook, "hook");
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return future.poll(cx);
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return future.pollDrop(cx);
    }

    @Override
    public void drop() {
        future.drop();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return hook::accept;
    }

    @Override
    public String state() {
        return "onUndelivered";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
