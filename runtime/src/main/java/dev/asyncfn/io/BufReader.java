package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Step;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Reads in large pieces what is asked for in small ones. tokio's {@code BufReader}. For one task at a time, with one operation at a time.
 *
 * <p>All its operations are cancel-safe: what was read and not taken stays in this reader.
 */
public final class BufReader implements AsyncRead {
    /** As in tokio. */
    private static final int CAPACITY = 8 * 1024;

    /** From {@link #start} to its position are the bytes that nobody has taken yet. */
    private final ByteBuffer buffer;

    private int start;
    private final Step<Integer> filling;

    private BufReader(AsyncRead from, int capacity) {
        Objects.requireNonNull(from, "from");
        if (capacity <= 0) {
            throw new IllegalArgumentException("a capacity of " + capacity);
        }
        buffer = ByteBuffer.allocate(capacity);
        filling = ByteStep.reading(() -> from.read(buffer), () -> buffer);
    }

    /**
     * A reader with a buffer of 8 KiB.
     *
     * @param from borrowed: nothing else may read from it, or it misses what is in the buffer
     * @return a new reader
     */
    public static BufReader of(AsyncRead from) {
        return new BufReader(from, CAPACITY);
    }

    /**
     * A reader with a buffer of {@code capacity} bytes.
     *
     * @param from borrowed: nothing else may read from it, or it misses what is in the buffer
     * @param capacity the size of the buffer
     * @return a new reader
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static BufReader of(AsyncRead from, int capacity) {
        return new BufReader(from, capacity);
    }

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer target) {
        Destination.check(target);
        return new Transfer<>("BufReader.read", cx -> pollRead(target, cx), filling);
    }

    private Poll<Integer> pollRead(ByteBuffer target, Context cx) throws Exception {
        if (!target.hasRemaining()) {
            return Poll.ready(0);
        }
        if (buffered() == 0) {
            Poll<Integer> filled = pollFill(cx);
            if (!(filled instanceof Poll.Ready<Integer> ready) || ready.value() < 0) {
                return filled;
            }
        }
        ByteBuffer view = view();
        int count = Destination.move(view, target);
        start += count;
        return Poll.ready(count);
    }

    /**
     * Waits until the buffer is not empty. tokio's {@code fill_buf}. With {@link #consume}, it lets a program look at what comes before it
     * decides which protocol that is.
     *
     * @return a future of the bytes in the buffer, in a read-only view that is valid until the next operation; without remaining bytes at the end
     */
    public TryFuture<ByteBuffer, IOException> fill() {
        return new Transfer<>(
                "BufReader.fill",
                cx -> {
                    if (buffered() == 0 && pollFill(cx).isPending()) {
                        return Poll.pending();
                    }
                    return Poll.ready(view().asReadOnlyBuffer());
                },
                filling);
    }

    /** With an empty buffer. Ready with -1 at the end. */
    private Poll<Integer> pollFill(Context cx) throws Exception {
        if (filling.future() == null) {
            start = 0;
            buffer.clear();
        }
        return filling.poll(cx);
    }

    /**
     * Takes bytes out of the buffer. tokio's {@code consume}.
     *
     * @param count how many
     * @throws IllegalArgumentException if the buffer has fewer, or the number is negative
     */
    public void consume(int count) {
        if (count < 0 || count > buffered()) {
            throw new IllegalArgumentException("cannot consume " + count + " of " + buffered() + " bytes");
        }
        start += count;
    }

    /**
     * How many bytes the buffer has.
     *
     * @return the number of those that were read and not taken
     */
    public int buffered() {
        return buffer.position() - start;
    }

    private ByteBuffer view() {
        return buffer.duplicate().flip().position(start);
    }

    @Override
    public String toString() {
        return "BufReader[" + buffered() + " bytes]";
    }
}
