package dev.asyncfn.io;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One end of a connection in memory, with a buffer of a fixed size in each direction. {@code tokio::io::duplex}. It needs no thread, so
 * that a protocol can be tested with {@link dev.asyncfn.test.TestExecutor}; a small buffer makes everything arrive in small pieces.
 *
 * <p>After one end is closed, the other reads what was written before, then the end; its writes throw an {@link IOException}.
 */
public final class DuplexStream implements ByteStream {
    private final Pipe in;
    private final Pipe out;

    private DuplexStream(Pipe in, Pipe out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Two connected ends.
     *
     * @param capacity how many bytes each direction holds before a write waits; memory is taken as they come
     * @return both ends, which are open
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static Ends open(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a capacity of " + capacity);
        }
        Pipe there = new Pipe(capacity);
        Pipe back = new Pipe(capacity);
        return new Ends(new DuplexStream(back, there), new DuplexStream(there, back));
    }

    /**
     * The two ends of a connection in memory.
     *
     * @param left what is written to it can be read from {@code right}
     * @param right what is written to it can be read from {@code left}
     */
    public record Ends(DuplexStream left, DuplexStream right) {}

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
        return new PipeOperation(in, Destination.check(buffer), false);
    }

    @Override
    public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
        return new PipeOperation(out, Objects.requireNonNull(buffer, "buffer"), true);
    }

    @Override
    public TryFuture<Void, IOException> shutdown() {
        return new Transfer<>("DuplexStream.shutdown", cx -> {
            out.end();
            return Poll.ready(null);
        });
    }

    @Override
    public boolean isOpen() {
        return !in.isReaderClosed();
    }

    @Override
    public void close() {
        try {
            in.closeReader();
        } finally {
            out.closeWriter();
        }
    }

    /** How many bytes the buffers of both directions have. */
    int memory() {
        return in.memory() + out.memory();
    }

    @Override
    public String toString() {
        return "DuplexStream[" + in.size() + " to read, " + out.size() + " written" + (isOpen() ? "]" : ", closed]");
    }
}
