package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/**
 * A future that may be polled after it has ended, and is then pending forever, so that a loop can select among the rest. Rust's
 * {@code Fuse}, from {@link Futures#fuse}. It is used by one thread at a time.
 *
 * @param <T> the type of the value
 */
public final class Fuse<T> extends OwnedFuture<T> implements Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** True during a poll, too. */
    private boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    Fuse(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    /**
     * Whether the future has completed, thrown or been dropped, so that polling it has no effect. Rust's {@code is_terminated}.
     *
     * @return true from then on, and during its own poll; false while a poll can make progress
     */
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            return Poll.pending();
        }
        ended = true;
        Poll<T> poll = future.poll(cx);
        if (poll.isPending()) {
            ended = false;
        } else {
            ofValue = future.undelivered();
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
            Future<T> dropped = future;
            future = null;
            dropped.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return ended ? "DONE" : "fuse";
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
