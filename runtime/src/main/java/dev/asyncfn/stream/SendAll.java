package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.List;
import java.util.Objects;

/** Passes all items of a stream to a sink. */
final class SendAll<T> extends OwnedFuture<Void> implements Waiting {
    /** Fused, since it may be dropped after it has ended or thrown; null once all is over. */
    private Stream<T> stream;

    private final Sink<? super T> sink;
    /** Whether the sink is owned, and closed in the end. */
    private final boolean closing;
    /** The item that the sink was not ready for yet, or null. */
    private T item;

    private Undelivered<? super T> ofItem;

    private boolean ended;

    SendAll(Stream<T> stream, Sink<? super T> sink, boolean closing) {
        this.stream = stream.fuse();
        this.sink = Objects.requireNonNull(sink, "sink");
        this.closing = closing;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            if (!sendAll(cx)) {
                return Poll.pending();
            }
        } catch (Throwable thrown) {
            Cleanup.after(thrown, this::drop);
            throw thrown;
        }
        stream = null;
        return GuardedSink.DONE;
    }

    private boolean sendAll(Context cx) throws Exception {
        while (!ended) {
            if (item != null) {
                if (!sink.pollReady(cx).isReady()) {
                    return false;
                }
                T taken = item;
                item = null;
                sink.startSend(taken);
            }
            if (!(stream.pollNext(cx) instanceof Poll.Ready<T> next)) {
                sink.pollFlush(cx); // rather than leave in a buffer what other tasks wait for
                return false;
            }
            item = next.value();
            ended = item == null;
            ofItem = ended ? null : stream.undelivered();
        }
        return (closing ? sink.pollClose(cx) : sink.pollFlush(cx)).isReady();
    }

    @Override
    public void drop() {
        Stream<T> left = stream;
        stream = null;
        T unsent = item;
        item = null;
        if (left == null) {
            return;
        }
        Drops drops = new Drops(null);
        if (unsent != null) {
            drops.release(ofItem, unsent);
        }
        drops.run(left::drop);
        if (closing) {
            drops.run(sink::drop);
        }
        drops.rethrow();
    }

    @Override
    public String state() {
        if (stream == null) {
            return "DONE";
        }
        return item != null || ended ? "waits for the sink" : "next of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        if (stream == null) {
            return List.of();
        }
        return Waiting.of(item != null || ended ? sink : stream);
    }
}
