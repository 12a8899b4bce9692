package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.waker.SingleWait;
import java.util.List;
import java.util.Objects;

/** The next item of a stream that is borrowed. */
final class Next<T> extends OwnedFuture<T> implements Waiting {
    /** Null once it has completed, thrown or been dropped. */
    private Stream<T> stream;

    private Undelivered<? super T> ofItem = Undelivered.close();

    Next(Stream<T> stream) {
        this.stream = stream;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Stream<T> polled = stream;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        SingleWait.enter(polled, this, cx);
        SingleWait.leave(polled, this);
        stream = null;
        Poll<T> next = Objects.requireNonNull(polled.pollNext(cx), "pollNext returned null");
        if (next.isReady()) {
            ofItem = polled.undelivered();
        } else {
            stream = polled;
            SingleWait.suspend(polled, this, cx);
        }
        return next;
    }

    @Override
    public void drop() {
        SingleWait.leave(stream, this);
        stream = null;
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofItem;
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "next of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
