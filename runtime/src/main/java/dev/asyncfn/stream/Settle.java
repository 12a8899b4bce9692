package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.waker.SingleWait;
import java.util.List;

/** Waits until a sink that is borrowed has dealt with its items. */
final class Settle extends OwnedFuture<Void> implements Waiting {
    /** Null once it has completed, thrown or been dropped. */
    private Sink<?> sink;

    private final boolean closing;

    Settle(Sink<?> sink, boolean closing) {
        this.sink = sink;
        this.closing = closing;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        Sink<?> polled = sink;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        SingleWait.enter(polled, this, cx);
        SingleWait.leave(polled, this);
        sink = null;
        Poll<Void> settled = closing ? polled.pollClose(cx) : polled.pollFlush(cx);
        if (!settled.isReady()) {
            sink = polled;
            SingleWait.suspend(polled, this, cx);
        }
        return settled;
    }

    @Override
    public void drop() {
        SingleWait.leave(sink, this);
        sink = null;
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
        return closing ? "Sink.close" : "Sink.flush";
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(sink);
    }
}
