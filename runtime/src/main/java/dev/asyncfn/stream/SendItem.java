package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.List;
import java.util.Objects;

/** Passes one item to a borrowed sink. */
final class SendItem<T> implements Future<Void>, Waiting {
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
        sink = null;
        Poll<Void> sent = advance(polled, cx);
        if (!sent.isReady()) {
            sink = polled;
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
            polled.startSend(taken);
        }
        return flushing ? polled.pollFlush(cx) : GuardedSink.DONE;
    }

    @Override
    public void drop() {
        sink = null;
        item = null;
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
