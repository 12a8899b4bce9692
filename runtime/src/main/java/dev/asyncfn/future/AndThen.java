package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Function;

/** The outcome of a future that is made of the value of another. */
final class AndThen<T, R> extends OwnedFuture<R> implements Traced {
    /** The future that is polled now: the first future, then the second. Null once it has completed or been dropped. */
    private Future<?> current;

    /** True during a poll, too. */
    private boolean ended;

    /** Null once the second future is there. */
    private Function<? super T, ? extends Future<? extends R>> next;

    private Undelivered<? super R> ofValue = Undelivered.close();

    AndThen(Future<T> first, Function<? super T, ? extends Future<? extends R>> next) {
        this.current = Objects.requireNonNull(first, "future");
        this.next = Objects.requireNonNull(next, "next");
        OwnedFuture.claim(first, this);
    }

    @Override
    @SuppressWarnings("unchecked") // the first is a future of T, the second of R
    public Poll<R> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        Poll<?> poll = current.poll(cx);
        if (next != null && poll instanceof Poll.Ready<?> ready) {
            current = second((T) ready.value());
            poll = current.poll(cx);
        }
        if (poll.isPending()) {
            ended = false;
        } else {
            ofValue = (Undelivered<? super R>) current.undelivered();
            current = null;
        }
        return (Poll<R>) poll;
    }

    private Future<? extends R> second(T value) {
        Function<? super T, ? extends Future<? extends R>> function = next;
        next = null;
        Future<? extends R> second = Objects.requireNonNull(function.apply(value), "the next future");
        OwnedFuture.claim(second, this);
        return second;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            ended = true;
            if (current.pollDrop(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
            current = null;
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            Future<?> dropped = current;
            current = null;
            dropped.drop();
        }
    }

    @Override
    public Undelivered<? super R> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return ended ? "DONE" : next == null ? "andThen, second" : "andThen, first";
    }

    /** The one of the two that is polled, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return current;
    }
}
