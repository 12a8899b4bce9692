package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Function;

/** The outcome of a second future that is made of the value of a first, and then polled instead. */
final class AndThen<T, R> extends Wrapper<Future<?>, R> {
    /** Null once the second future is there. */
    private Function<? super T, ? extends Future<? extends R>> next;

    AndThen(Future<T> first, Function<? super T, ? extends Future<? extends R>> next) {
        super(first);
        this.next = Objects.requireNonNull(next, "next");
        OwnedFuture.claim(first, this);
    }

    @Override
    @SuppressWarnings("unchecked") // the first is a future of T, the second of R
    public Poll<R> poll(Context cx) throws Exception {
        if (ended) {
            return afterTheEnd();
        }
        ended = true;
        Poll<?> poll = future.poll(cx);
        if (next != null && poll instanceof Poll.Ready<?> ready) {
            future = second((T) ready.value());
            poll = future.poll(cx);
        }
        return (Poll<R>) completed(poll);
    }

    private Future<? extends R> second(T value) {
        Function<? super T, ? extends Future<? extends R>> function = next;
        next = null;
        Future<? extends R> second = Objects.requireNonNull(function.apply(value), "the next future");
        OwnedFuture.claim(second, this);
        return second;
    }

    @Override
    public String state() {
        return ended ? "DONE" : next == null ? "andThen, second" : "andThen, first";
    }
}
