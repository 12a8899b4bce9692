package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;

/** The value of a future, as the only item. */
final class OnceStream<T> implements Stream<T>, Traced {
    /** Null once it has completed, thrown or been dropped. */
    private Future<? extends T> child;

    OnceStream(Future<? extends T> child) {
        this.child = Objects.requireNonNull(child, "future");
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
        return Streams.item(ready.value());
    }

    @Override
    public void drop() {
        Future<?> left = child;
        child = null;
        ChildFuture.drop(left);
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
