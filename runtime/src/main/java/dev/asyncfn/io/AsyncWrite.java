package dev.asyncfn.io;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Transfer;
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

    /**
     * Passes on everything that was accepted and is still in a buffer of this object. tokio's {@code flush}. The future's value is null. By
     * default there is no such buffer, and it is ready at once.
     *
     * <p>Cancel-safe: a flush that is dropped has passed on a part or nothing; the rest stays in the buffer for the next one.
     *
     * @return a future that does nothing before its first poll
     */
    default TryFuture<Void, IOException> flush() {
        return new Transfer<>("flush", cx -> Poll.ready(null));
    }

    /**
     * Flushes, then ends the output: the reader at the other end reads to the end of what was written. tokio's {@code shutdown}. The
     * future's value is null. Afterwards, writes throw {@link java.nio.channels.ClosedChannelException}; another shutdown has no effect.
     *
     * <p>Cancel-safe: a shutdown that is dropped can be begun again.
     *
     * @return a future that does nothing before its first poll
     */
    TryFuture<Void, IOException> shutdown();
}
