package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;

/**
 * A future that may be polled after it has ended, and then is pending for ever: so that a loop can select what is left over. Rust's
 * {@code Fuse}, from {@link Futures#fuse}. It is used by one thread at a time.
 *
 * @param <T> the type of the value
 */
public final class Fuse<T> implements Future<T>, Traced {
    /** Null during its poll, and once it has ended. */
    private Future<T> future;

    Fuse(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    /** Whether the future has completed, thrown or been dropped, so that polling it is of no use. Rust's {@code is_terminated}. */
    public boolean isTerminated() {
        return future == null;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Future<T> polled = future;
        if (polled == null) {
            return Poll.pending();
        }
        future = null;
        Poll<T> poll = polled.poll(cx);
        if (poll.isPending()) {
            future = polled;
        }
        return poll;
    }

    @Override
    public void drop() {
        Future<T> dropped = future;
        future = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return future == null ? "DONE" : "fuse";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
