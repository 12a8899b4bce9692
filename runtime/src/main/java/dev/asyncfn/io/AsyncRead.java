package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A source of bytes. tokio's {@code AsyncRead} and {@code AsyncReadExt}. */
public interface AsyncRead {
    /**
     * Reads some bytes, as soon as there are any, into the remaining space of {@code buffer}, and moves its position past them.
     *
     * <p>The future's value is their number, at least one; or -1 at the end, or 0 if the buffer has no space. (In tokio, the end is 0.)
     * Cancel-safe: a read that is dropped before it is ready has read nothing.
     *
     * @param buffer borrowed until the future ends; the calling code must not touch it before
     * @return a future that does nothing before its first poll
     * @throws IllegalArgumentException if the buffer is read-only
     */
    TryFuture<Integer, IOException> read(ByteBuffer buffer);

    /**
     * Reads until {@code buffer} is full. tokio's {@code read_exact}. The future's value is null; it throws
     * {@link java.io.EOFException} if the end comes first.
     *
     * <p>If dropped or failed, it may have read a part; the buffer's position is past it, so that another {@code readExactly} continues there.
     *
     * @param buffer borrowed until the future ends; if it has no space, the future is ready at once
     * @return a future that does nothing before its first poll
     * @throws IllegalArgumentException if the buffer is read-only
     */
    default TryFuture<Void, IOException> readExactly(ByteBuffer buffer) {
        return new ReadExactly(this, buffer);
    }

    /**
     * Reads to the end. tokio's {@code read_to_end}. The future's value is everything that was read.
     *
     * <p>Not cancel-safe: if dropped or failed, it has lost what it read.
     *
     * @param limit the maximum number of bytes; if there are more, the future throws an {@link IOException}
     * @return a future whose array belongs to the code that awaits it
     * @throws IllegalArgumentException if the limit is negative
     */
    default TryFuture<byte[], IOException> readToEnd(int limit) {
        return new ReadToEnd(this, limit);
    }
}
