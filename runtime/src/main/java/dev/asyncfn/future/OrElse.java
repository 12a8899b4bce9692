package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.function.Function;

/** The value of a future; or if it fails with an exception, the outcome of another that is made of that. */
final class OrElse<T> implements Future<T>, Traced {
    /** The future that is polled now: the first future, then the second. Null once it has completed or been dropped. */
    private Future<? extends T> current;

    /** True during a poll, too. */
    private boolean ended;

    /** Null once the second future is there. */
    private Function<? super Exception, ? extends Future<? extends T>> next;

    OrElse(Future<? extends T> first, Function<? super Exception, ? extends Future<? extends T>> next) {
        this.current = Objects.requireNonNull(first, "future");
        this.next = Objects.requireNonNull(next, "next");
    }

    @Override
    @SuppressWarnings("unchecked") // a poll is never written to
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        Poll<? extends T> poll = next == null ? current.poll(cx) : pollFirst(cx);
        if (poll.isPending()) {
            ended = false;
        } else {
            current = null;
        }
        return (Poll<T>) poll;
    }

    private Poll<? extends T> pollFirst(Context cx) throws Exception {
        try {
            return current.poll(cx);
        } catch (Exception failure) {
            Function<? super Exception, ? extends Future<? extends T>> function = next;
            next = null;
            current = Objects.requireNonNull(function.apply(failure), "the next future");
        }
        return current.poll(cx);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            Future<? extends T> dropped = current;
            current = null;
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : next == null ? "orElse, second" : "orElse, first";
    }

    /** The one of the two that is polled, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return current;
    }
}
