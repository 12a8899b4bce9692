package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;

/**
 * Bytes in both directions: a connection, or one end of a {@link DuplexStream}. tokio's {@code AsyncRead + AsyncWrite}.
 *
 * <p>Thread-safe: one task may read while another writes. In each direction, one operation at a time may wait. An operation starts at its
 * first poll, and ends when it completes, throws or is dropped; its buffer must not be touched in the meantime.
 */
public interface ByteStream extends AsyncRead, AsyncWrite, Channel {
    /**
     * Closes both directions at once, from any thread; waiting operations throw {@link java.nio.channels.ClosedChannelException}, as do later ones.
     * To let the other end read to the end of the output, {@linkplain #shutdown() shut it down} before, or use {@link #close(Duration)}. May be called again.
     */
    @Override
    void close() throws IOException;

    /**
     * Ends the output properly, and then closes this stream in any case. To end the output is to {@linkplain #shutdown() shut it down}: it is
     * flushed, and the other end learns that nothing more will come (over TLS, by close_notify). For {@code finally} blocks of async fns, in
     * place of a resource: {@code finally { await(stream.close(Duration.ofSeconds(1))); }}.
     *
     * <p>The future's value is whether the output has ended properly. It has not if the time was over, or if the shutdown threw an
     * {@link IOException}, as on a connection that a read or write has found broken. The future throws what {@link #close()} throws, and, once it is closed, a
     * {@link java.nio.channels.WritePendingException} if another task waits for a write.
     *
     * <p>Its {@link dev.asyncfn.Future#pollDrop pollDrop} goes on, as it takes no longer than {@code bound}; so an abort or a timeout does not
     * cut it short. Its {@link dev.asyncfn.Future#drop() drop}, also before its first poll, closes the stream at once. It does not wait for the other
     * end's output, and does not know what a writer above this stream has in its buffer: shut that down instead of the stream, before.
     *
     * @param bound how long the shutdown may take, from the first poll on, measured by the {@linkplain dev.asyncfn.time.Clock#current() current}
     *     clock. Zero or less tries it once
     * @return a future that does nothing before its first poll
     */
    default TryFuture<Boolean, IOException> close(Duration bound) {
        return new OrderlyClose(this, bound);
    }
}
