package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** Another future, which is now said to fail with E. */
final class FailingWith<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** True during a poll, too. */
    private boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    FailingWith(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
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
        return ended ? "DONE" : "failingWith";
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
