package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;

/**
 * A future that may be polled after it has ended, and is then pending forever, so that a loop can select among the rest. Rust's
 * {@code Fuse}, from {@link Futures#fuse}. It is used by one thread at a time.
 *
 * @param <T> the type of the value
 */
public final class Fuse<T> extends Wrapper<Future<T>, T> {
    Fuse(Future<T> future) {
        super(future);
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
    Poll<T> afterTheEnd() {
        return Poll.pending();
    }

    @Override
    public String state() {
        return ended ? "DONE" : "fuse";
    }
}
