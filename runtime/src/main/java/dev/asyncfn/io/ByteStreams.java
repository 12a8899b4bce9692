package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import java.io.IOException;

/** Copies bytes from stream to stream. The functions of {@code tokio::io}. */
public final class ByteStreams {
    private ByteStreams() {}

    /**
     * Copies everything up to the end of {@code from}, and flushes {@code to}, which stays open. {@code tokio::io::copy}. While nothing comes
     * to be read, {@code to} is flushed, so that no byte waits in a buffer for the next one.
     *
     * <p>If dropped, at most 8 KiB that were read and not yet written are lost; if it throws, the number of bytes copied is not known.
     *
     * @param from read to its end
     * @param to not shut down
     * @return a future of the number of bytes
     */
    public static TryFuture<Long, IOException> copy(AsyncRead from, AsyncWrite to) {
        return new Copy(from, to, false);
    }

    /**
     * Copies in both directions at once, as a proxy does: when one stream ends, the output of the other is {@linkplain AsyncWrite#shutdown() shut
     * down}, while the opposite direction continues. {@code tokio::io::copy_bidirectional}. Ready when both directions have ended.
     *
     * <p>If it throws or is dropped, both directions stop, and at most 8 KiB in each are lost. The streams stay open in any case: close them.
     *
     * @param first borrowed
     * @param second borrowed
     * @return a future of the numbers of bytes that were copied from {@code first} to {@code second}, and back
     */
    public static TryFuture<Pair<Long, Long>, IOException> copyBidirectional(ByteStream first, ByteStream second) {
        return Futures.tryJoin(new Copy(first, second, true), new Copy(second, first, true));
    }
}
