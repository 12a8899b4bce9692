package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Something that bytes are read from. tokio's {@code AsyncRead} and {@code AsyncReadExt}. */
public interface AsyncRead {
    /**
     * Reads some bytes, as soon as there are any, into what remains of {@code buffer}, and moves its position behind them.
     *
     * <p>The future gives how many, which is at least one, or -1 at the end; 0 if nothing remains in the buffer. (tokio gives 0 at the end.)
     * Cancel-safe: a read that is dropped before it is ready has read nothing.
     *
     * @throws IllegalArgumentException if the buffer is read-only
     */
    TryFuture<Integer, IOException> read(ByteBuffer buffer);

    /**
     * Reads until nothing remains in {@code buffer}. tokio's {@code read_exact}. The future's value is null; it throws
     * {@link java.io.EOFException} if the end comes before.
     *
     * <p>Dropped or failed, it may have read a part; the buffer's position is behind it, so that another {@code readExactly} goes on from there.
     *
     * @throws IllegalArgumentException if the buffer is read-only
     */
    default TryFuture<Void, IOException> readExactly(ByteBuffer buffer) {
        return new ReadExactly(this, buffer);
    }

    /**
     * Reads to the end. tokio's {@code read_to_end}. The future gives all that was read.
     *
     * <p>Not cancel-safe: dropped or failed, it has lost what it read.
     *
     * @param limit how many bytes at most; when there are more, the future throws an {@link IOException}
     * @throws IllegalArgumentException if the limit is negative
     */
    default TryFuture<byte[], IOException> readToEnd(int limit) {
        return new ReadToEnd(this, limit);
    }
}
