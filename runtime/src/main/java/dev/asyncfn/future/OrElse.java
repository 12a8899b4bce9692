package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Function;

/** The value of a future; or if it fails with an exception, the outcome of another that is made of that. */
final class OrElse<T> extends OwnedFuture<T> implements Traced {
    /** The future that is polled now: the first future, then the second. Null once it has completed or been dropped. */
    private Future<? extends T> current;

    /** True during a poll, too. */
    private boolean ended;

    /** Null once the second future is there. */
    private Function<? super Exception, ? extends Future<? extends T>> next;

    private Undelivered<? super T> ofValue = Undelivered.close();

    OrElse(Future<? extends T> first, Function<? super Exception, ? extends Future<? extends T>> next) {
        this.current = Objects.requireNonNull(first, "future");
        this.next = Objects.requireNonNull(next, "next");
        OwnedFuture.claim(first, this);
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
            ofValue = (Undelivered<? super T>) current.undelivered();
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
            OwnedFuture.claim(current, this);
        }
        return current.poll(cx);
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
            Future<? extends T> dropped = current;
            current = null;
            dropped.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
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
