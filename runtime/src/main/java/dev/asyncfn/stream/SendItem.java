package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.waker.SingleWait;
import java.util.List;
import java.util.Objects;

/** Passes one item to a borrowed sink. */
final class SendItem<T> extends OwnedFuture<Void> implements Waiting {
    /** Null once it has completed, thrown or been dropped. */
    private Sink<T> sink;
    /** Null once it was sent. */
    private T item;

    private final boolean flushing;

    SendItem(Sink<T> sink, T item, boolean flushing) {
        this.sink = sink;
        this.item = Objects.requireNonNull(item, "item");
        this.flushing = flushing;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        Sink<T> polled = sink;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        SingleWait.enter(polled, this, cx);
        SingleWait.leave(polled, this);
        sink = null;
        Poll<Void> sent;
        try {
            sent = advance(polled, cx);
        } catch (Throwable thrown) {
            release(new Drops(thrown));
            throw thrown;
        }
        if (!sent.isReady()) {
            sink = polled;
            SingleWait.suspend(polled, this, cx);
        }
        return sent;
    }

    private Poll<Void> advance(Sink<T> polled, Context cx) throws Exception {
        if (item != null) {
            if (!polled.pollReady(cx).isReady()) {
                return Poll.pending();
            }
            T taken = item;
            item = null;
            GuardedSink.pass(taken, Undelivered.close(), polled);
        }
        return flushing ? polled.pollFlush(cx) : GuardedSink.DONE;
    }

    @Override
    public void drop() {
        SingleWait.leave(sink, this);
        sink = null;
        Drops drops = new Drops(null);
        release(drops);
        drops.rethrow();
    }

    /** The item will not be sent. */
    private void release(Drops drops) {
        T unsent = item;
        item = null;
        if (unsent != null) {
            drops.release(Undelivered.close(), unsent);
        }
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public String state() {
        if (sink == null) {
            return "DONE";
        }
        return item == null ? "Sink.flush" : "Sink.send";
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(sink);
    }
}
