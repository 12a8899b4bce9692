package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Something that bytes are written to. tokio's {@code AsyncWrite} and {@code AsyncWriteExt}. */
public interface AsyncWrite {
    /**
     * Writes some of what remains in {@code buffer}, as soon as any is taken, and moves its position behind that.
     *
     * <p>The future gives how many bytes were taken, which is at least one; 0 if nothing remains in the buffer. Cancel-safe: a write that
     * is dropped before it is ready has written nothing.
     */
    TryFuture<Integer, IOException> write(ByteBuffer buffer);

    /**
     * Writes until nothing remains in {@code buffer}. tokio's {@code write_all}. The future's value is null.
     *
     * <p>Dropped or failed, it may have written a part; the buffer's position is behind it, so that another {@code writeAll} goes on from there.
     */
    default TryFuture<Void, IOException> writeAll(ByteBuffer buffer) {
        return new WriteAll(this, buffer);
    }
}
