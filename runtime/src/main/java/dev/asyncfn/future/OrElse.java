package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Function;

/** The value of a future; or if it fails with an exception, the outcome of a second future that is made of that, which is then polled instead. */
final class OrElse<T> extends Wrapper<Future<? extends T>, T> {
    /** Null once the second future is there. */
    private Function<? super Exception, ? extends Future<? extends T>> next;

    OrElse(Future<? extends T> first, Function<? super Exception, ? extends Future<? extends T>> next) {
        super(first);
        this.next = Objects.requireNonNull(next, "next");
        OwnedFuture.claim(first, this);
    }

    @Override
    @SuppressWarnings("unchecked") // a poll is never written to
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            return afterTheEnd();
        }
        ended = true;
        return (Poll<T>) completed(next == null ? future.poll(cx) : pollFirst(cx));
    }

    private Poll<? extends T> pollFirst(Context cx) throws Exception {
        try {
            return future.poll(cx);
        } catch (Exception failure) {
            Function<? super Exception, ? extends Future<? extends T>> function = next;
            next = null;
            future = Objects.requireNonNull(function.apply(failure), "the next future");
            OwnedFuture.claim(future, this);
        }
        return future.poll(cx);
    }

    @Override
    public String state() {
        return ended ? "DONE" : next == null ? "orElse, second" : "orElse, first";
    }
}
