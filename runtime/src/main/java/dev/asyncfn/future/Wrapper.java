package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/**
 * A future that polls another, and is given up with it. Its outcome is that of the other future, unless a subclass says more.
 *
 * @param <F> the type of the other future
 * @param <T> the type of the value
 */
abstract class Wrapper<F extends Future<?>, T> extends OwnedFuture<T> implements Traced {
    /** The other future. Null once it has completed or been dropped. */
    F future;

    /** True during a poll, too. */
    boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    /** The subclass claims the future when it has checked its other arguments. */
    Wrapper(F future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    @Override
    @SuppressWarnings("unchecked") // the value is that of the other future; a poll is never written to
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            return afterTheEnd();
        }
        ended = true;
        return (Poll<T>) completed(future.poll(cx));
    }

    /** What a poll after the end does. */
    Poll<T> afterTheEnd() {
        throw new IllegalStateException("polled after completion");
    }

    /** A poll of the future has had this outcome, which is returned. */
    @SuppressWarnings("unchecked") // the value is that of the other future
    final Poll<?> completed(Poll<?> poll) {
        if (poll.isPending()) {
            ended = false;
        } else {
            ofValue = (Undelivered<? super T>) future.undelivered();
            future = null;
        }
        return poll;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            ended = true;
            if (future.pollDrop(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
            future = null;
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            F dropped = future;
            future = null;
            dropped.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
