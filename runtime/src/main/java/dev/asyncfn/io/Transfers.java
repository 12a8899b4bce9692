package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** As many reads or writes as it takes, one after the other. */
abstract class Transfers<T> extends OwnedFuture<T> implements TryFuture<T, IOException>, Traced {
    private final String name;
    /** The one under way, or null. */
    private TryFuture<Integer, IOException> transfer;

    private boolean ended;

    Transfers(String name) {
        this.name = name;
    }

    /** Begins the next transfer; null if there is no more to do. */
    abstract TryFuture<Integer, IOException> next();

    /** What the transfers read into, or write. */
    abstract ByteBuffer buffer();

    /**
     * Receives the result of a transfer.
     *
     * @param count the number of bytes, or -1
     * @param before what remained in the buffer before
     */
    abstract void transferred(int count, int before) throws IOException;

    /** The value, after the last transfer. */
    abstract T result();

    @Override
    public final Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true; // unless we have to wait
        if (transfer == null) {
            transfer = next();
        }
        while (transfer != null) {
            int before = buffer().remaining();
            if (!(transfer.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                ended = false;
                return Poll.pending();
            }
            transferred(ready.value(), before);
            transfer = next();
        }
        return Poll.ready(result());
    }

    @Override
    public final void drop() {
        ended = true;
        Future<Integer> dropped = transfer;
        transfer = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) throws Exception {
        ended = true;
        TryFuture<Integer, IOException> dropped = transfer;
        transfer = null;
        if (dropped == null) {
            return Poll.ready(null);
        }
        Poll<Void> outcome = dropped.pollDrop(cx);
        if (outcome.isPending()) {
            transfer = dropped;
        }
        return outcome;
    }

    @Override
    public final String state() {
        return ended ? "DONE" : name;
    }

    @Override
    public final Future<?> awaited() {
        return transfer;
    }
}
