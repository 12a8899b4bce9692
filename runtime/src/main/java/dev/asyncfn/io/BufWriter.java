package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Writes in large pieces what comes in small ones. tokio's {@code BufWriter}. For one task at a time, with one operation at a time.
 *
 * <p>What it has accepted is written when the buffer is full, and by {@link #flush} and {@link #shutdown}; nothing else writes it.
 */
public final class BufWriter implements AsyncWrite {
    /** As in tokio. */
    private static final int CAPACITY = 8 * 1024;

    private final Outgoing outgoing;

    private BufWriter(AsyncWrite to, int capacity) {
        outgoing = new Outgoing(to, capacity);
    }

    /**
     * A writer with a buffer of 8 KiB.
     *
     * @param to borrowed; nothing else should write to it
     * @return a new writer
     */
    public static BufWriter of(AsyncWrite to) {
        return new BufWriter(to, CAPACITY);
    }

    /**
     * A writer with a buffer of {@code capacity} bytes.
     *
     * @param to borrowed; nothing else should write to it
     * @param capacity the size of the buffer
     * @return a new writer
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static BufWriter of(AsyncWrite to, int capacity) {
        return new BufWriter(to, capacity);
    }

    /** Accepts bytes into the buffer, and waits only if that is full. Cancel-safe. */
    @Override
    public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
        Objects.requireNonNull(buffer, "buffer");
        return new Transfer<>("BufWriter.write", cx -> pollWrite(buffer, cx), outgoing.writing);
    }

    private Poll<Integer> pollWrite(ByteBuffer source, Context cx) throws Exception {
        if (!source.hasRemaining()) {
            return Poll.ready(0);
        }
        if (outgoing.makeRoom(cx).isPending()) {
            return Poll.pending();
        }
        int count = Math.min(source.remaining(), outgoing.room());
        outgoing.accept(source.slice(source.position(), count));
        source.position(source.position() + count);
        return Poll.ready(count);
    }

    @Override
    public TryFuture<Void, IOException> flush() {
        return new Transfer<>("BufWriter.flush", outgoing::flush, outgoing.writing, outgoing.flushing);
    }

    @Override
    public TryFuture<Void, IOException> shutdown() {
        return new Transfer<>("BufWriter.shutdown", outgoing::shutdown, outgoing.writing, outgoing.ending);
    }

    /**
     * How many bytes the buffer has.
     *
     * @return the number of those that were accepted and not written
     */
    public int buffered() {
        return outgoing.size();
    }

    @Override
    public String toString() {
        return "BufWriter[" + buffered() + " bytes]";
    }
}
