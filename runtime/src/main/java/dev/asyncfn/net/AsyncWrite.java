package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A destination of bytes. tokio's {@code AsyncWrite} and {@code AsyncWriteExt}. */
public interface AsyncWrite {
    /**
     * Writes some of the remaining bytes of {@code buffer}, as soon as any are accepted, and moves its position past them.
     *
     * <p>The future's value is the number of bytes that were accepted, at least one; or 0 if nothing remains in the buffer. Cancel-safe: a write that
     * is dropped before it is ready has written nothing.
     *
     * @param buffer borrowed until the future ends; may be read-only
     * @return a future that does nothing before its first poll
     */
    TryFuture<Integer, IOException> write(ByteBuffer buffer);

    /**
     * Writes until nothing remains in {@code buffer}. tokio's {@code write_all}. The future's value is null.
     *
     * <p>If dropped or failed, it may have written a part; the buffer's position is past it, so that another {@code writeAll} continues there.
     *
     * @param buffer borrowed until the future ends; may be read-only, and may have nothing remaining
     * @return a future that does nothing before its first poll
     */
    default TryFuture<Void, IOException> writeAll(ByteBuffer buffer) {
        return new WriteAll(this, buffer);
    }
}
