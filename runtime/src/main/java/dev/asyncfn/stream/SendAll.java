package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import java.util.List;
import java.util.Objects;

/** Passes all items of a stream to a sink. */
final class SendAll<T> extends StreamFuture<T, Void> {
    private final Sink<? super T> sink;
    /** Whether the sink is owned, and closed in the end. */
    private final boolean closing;
    /** Whether the sink has ended before it was dropped. */
    private boolean sinkEnded;
    /** The item that the sink was not ready for yet, or null. */
    private T item;

    private Undelivered<? super T> ofItem;
    private boolean ended;

    SendAll(Stream<T> stream, Sink<? super T> sink, boolean closing) {
        super(stream);
        this.sink = Objects.requireNonNull(sink, "sink");
        this.closing = closing;
    }

    @Override
    Poll<Void> advance(Stream<T> items, Context cx) throws Exception {
        while (!ended) {
            if (item != null) {
                if (!sink.pollReady(cx).isReady()) {
                    return Poll.pending();
                }
                T taken = item;
                item = null;
                GuardedSink.pass(taken, ofItem, sink);
            }
            if (!(items.pollNext(cx) instanceof Poll.Ready<T> next)) {
                sink.pollFlush(cx); // rather than leave in a buffer what other tasks wait for
                return Poll.pending();
            }
            item = next.value();
            ended = item == null;
            ofItem = ended ? null : items.undelivered();
        }
        return closing ? sink.pollClose(cx) : sink.pollFlush(cx);
    }

    @Override
    void release(Drops drops) {
        T unsent = item;
        item = null;
        if (unsent != null) {
            drops.release(ofItem, unsent);
        }
    }

    @Override
    boolean othersLetGo(Ending<Void> into, Context cx) {
        sinkEnded = sinkEnded || !closing || into.letsGo(sink::pollDrop, cx);
        return sinkEnded;
    }

    @Override
    void dropOthers(Drops drops) {
        if (closing && !sinkEnded) {
            drops.run(sink::drop);
        }
    }

    @Override
    public String state() {
        if (isOver()) {
            return "DONE";
        }
        return item != null || ended ? "waits for the sink" : "next of " + describeStream();
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return isOver() || item == null && !ended ? super.awaitedAll() : Waiting.of(sink);
    }
}
