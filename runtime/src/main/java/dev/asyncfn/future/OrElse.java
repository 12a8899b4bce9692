package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.function.Function;

/** The value of a future; or if it fails with an exception, the outcome of another that is made of that. */
final class OrElse<T> implements Future<T>, Traced {
    /** What is polled now: the first future, then the second. Null during a poll, and once it has ended. */
    private Future<? extends T> current;

    /** Null once the second future is there. */
    private Function<? super Exception, ? extends Future<? extends T>> next;

    OrElse(Future<? extends T> first, Function<? super Exception, ? extends Future<? extends T>> next) {
        this.current = Objects.requireNonNull(first, "future");
        this.next = Objects.requireNonNull(next, "next");
    }

    @Override
    @SuppressWarnings("unchecked") // a poll is never written to
    public Poll<T> poll(Context cx) throws Exception {
        Future<? extends T> polled = current;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        current = null;
        Poll<? extends T> poll;
        try {
            poll = polled.poll(cx);
        } catch (Exception failure) {
            if (next == null) {
                throw failure;
            }
            polled = instead(failure);
            poll = polled.poll(cx);
        }
        if (poll.isPending()) {
            current = polled;
        }
        return (Poll<T>) poll;
    }

    private Future<? extends T> instead(Exception failure) {
        Function<? super Exception, ? extends Future<? extends T>> function = next;
        next = null;
        return Objects.requireNonNull(function.apply(failure), "the next future");
    }

    @Override
    public void drop() {
        Future<? extends T> dropped = current;
        current = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return current == null ? "DONE" : next == null ? "orElse, second" : "orElse, first";
    }

    @Override
    public Future<?> awaited() {
        return current;
    }
}
