package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.function.Function;

/** The outcome of a future that is made of the value of another. */
final class AndThen<T, R> implements Future<R>, Traced {
    /** What is polled now: the first future, then the second. Null during a poll, and once it has ended. */
    private Future<?> current;

    /** Null once the second future is there. */
    private Function<? super T, ? extends Future<? extends R>> next;

    AndThen(Future<T> first, Function<? super T, ? extends Future<? extends R>> next) {
        this.current = Objects.requireNonNull(first, "future");
        this.next = Objects.requireNonNull(next, "next");
    }

    @Override
    @SuppressWarnings("unchecked") // the first is a future of T, the second of R
    public Poll<R> poll(Context cx) throws Exception {
        Future<?> polled = current;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        current = null;
        Poll<?> poll = polled.poll(cx);
        if (next != null && poll instanceof Poll.Ready<?> ready) {
            Function<? super T, ? extends Future<? extends R>> function = next;
            next = null;
            polled = Objects.requireNonNull(function.apply((T) ready.value()), "the next future");
            poll = polled.poll(cx);
        }
        if (poll.isPending()) {
            current = polled;
        }
        return (Poll<R>) poll;
    }

    @Override
    public void drop() {
        Future<?> dropped = current;
        current = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return current == null ? "DONE" : next == null ? "andThen, second" : "andThen, first";
    }

    @Override
    public Future<?> awaited() {
        return current;
    }
}
