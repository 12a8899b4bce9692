package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Consumer;

/** Passes its items to a function. */
final class ConsumerSink<T> extends GuardedSink<T> {
    private final Consumer<? super T> action;

    ConsumerSink(Consumer<? super T> action) {
        this.action = Objects.requireNonNull(action, "action");
    }

    @Override
    Poll<Void> tryReady(Context cx) {
        return readyOnceFor(cx);
    }

    @Override
    void take(T item) {
        action.accept(item);
    }

    @Override
    Poll<Void> tryFlush(Context cx) {
        return DONE;
    }

    @Override
    Poll<Void> tryClose(Context cx) {
        return DONE;
    }

    @Override
    void letGo() {
        // The function is the user's.
    }
}
