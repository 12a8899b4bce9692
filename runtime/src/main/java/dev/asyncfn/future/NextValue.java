package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.List;

/** The next value of a {@link FuturesUnordered}, which it borrows. */
final class NextValue<T> extends OwnedFuture<T> implements Traced {
    private final FuturesUnordered<T> set;
    private boolean ended;
    private Undelivered<? super T> ofValue = Undelivered.close();

    NextValue(FuturesUnordered<T> set) {
        this.set = set;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        set.refuseBeside(this, cx);
        ended = true; // if it throws
        try {
            Poll<T> poll = set.pollFor(this, cx);
            ended = poll.isReady();
            ofValue = set.undelivered();
            return poll;
        } finally {
            if (ended) {
                set.nextEnded();
            }
        }
    }

    @Override
    public void drop() {
        ended = true;
        set.leave(this);
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String toString() {
        return "next of " + set;
    }

    @Override
    public String state() {
        return ended ? "DONE" : set.toString();
    }

    @Override
    public Future<?> awaited() {
        return ended ? null : set.members().awaited();
    }

    /** All that have not completed, in the order in which they came. */
    @Override
    public List<Future<?>> awaitedAll() {
        return ended ? List.of() : set.members().awaitedAll();
    }
}
