package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.Pair;
import java.util.Objects;
import java.util.Optional;

/** The value of a receiving future as an item without a state; null if it is empty. The item is released as the receiver says. */
final class ReceivedPair<T, S> extends OwnedFuture<Pair<T, S>> implements Traced {
    private final Future<Optional<T>> receiving;

    ReceivedPair(Future<Optional<T>> receiving) {
        this.receiving = Objects.requireNonNull(receiving, "future");
        OwnedFuture.claim(receiving, this);
    }

    @Override
    public Poll<Pair<T, S>> poll(Context cx) throws Exception {
        return receiving
                .poll(cx)
                .map(item -> item.map(value -> new Pair<T, S>(value, null)).orElse(null));
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return receiving.pollDrop(cx);
    }

    @Override
    public void drop() {
        receiving.drop();
    }

    @Override
    public Undelivered<? super Pair<T, S>> undelivered() {
        Undelivered<? super Optional<T>> how = receiving.undelivered();
        return pair -> how.release(Optional.of(pair.first()));
    }

    @Override
    public String state() {
        return "received";
    }

    @Override
    public Future<?> awaited() {
        return receiving;
    }
}
