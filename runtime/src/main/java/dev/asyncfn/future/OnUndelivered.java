package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Consumer;

/** Another future, whose value goes to a hook if it cannot be handed on. */
final class OnUndelivered<T, E extends Exception> extends Wrapper<Future<T>, T> implements TryFuture<T, E> {
    private final Consumer<? super T> hook;

    OnUndelivered(Future<T> future, Consumer<? super T> hook) {
        super(future);
        this.hook = Objects.requireNonNull(hook, "hook");
        OwnedFuture.claim(future, this);
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return hook::accept;
    }

    @Override
    public String state() {
        return ended ? "DONE" : "onUndelivered";
    }
}
