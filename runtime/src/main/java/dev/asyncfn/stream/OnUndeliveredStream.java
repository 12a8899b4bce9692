package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Consumer;

/** The same items, which go to a hook if they cannot be handed on. */
final class OnUndeliveredStream<T> extends StreamAdapter<T, T> {
    private final Consumer<? super T> hook;

    OnUndeliveredStream(Stream<T> upstream, Consumer<? super T> hook) {
        super(upstream);
        this.hook = Objects.requireNonNull(hook, "hook");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        return pollUpstream(cx);
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return hook::accept;
    }
}
