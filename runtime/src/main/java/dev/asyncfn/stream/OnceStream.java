package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.waker.SingleWait;
import java.util.Objects;

/** The value of a future, as the only item. */
final class OnceStream<T> extends SingleWait implements Stream<T>, Traced {
    /** Null once it has completed, thrown or been dropped. */
    private Future<? extends T> child;

    private Undelivered<? super T> ofItem = Undelivered.close();

    OnceStream(Future<? extends T> child) {
        this.child = Objects.requireNonNull(child, "future");
        OwnedFuture.claim(child, this);
    }

    @Override
    public Poll<T> pollNext(Context cx) throws Exception {
        Future<? extends T> polled = child;
        if (polled == null) {
            return Stream.end();
        }
        child = null;
        if (!(ChildFuture.poll(polled, cx) instanceof Poll.Ready<? extends T> ready)) {
            child = polled;
            return Poll.pending();
        }
        ofItem = ChildFuture.undelivered(polled);
        return Streams.item(ready.value());
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofItem;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Future<? extends T> polled = child;
        child = null;
        if (ChildFuture.isPendingAfterDrop(polled, cx)) {
            child = polled;
            return Poll.pending();
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        Future<?> left = child;
        child = null;
        ChildFuture.drop(left);
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public String state() {
        return "OnceStream";
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
