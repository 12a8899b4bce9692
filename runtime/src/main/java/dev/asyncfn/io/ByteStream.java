package dev.asyncfn.io;

import java.io.IOException;
import java.nio.channels.Channel;

/**
 * Bytes in both directions: a connection, or one end of a {@link DuplexStream}. tokio's {@code AsyncRead + AsyncWrite}.
 *
 * <p>Thread-safe: one task may read while another writes. In each direction, one operation at a time may wait. An operation starts at its
 * first poll, and ends when it completes, throws or is dropped; its buffer must not be touched in the meantime.
 */
public interface ByteStream extends AsyncRead, AsyncWrite, Channel {
    /**
     * Closes both directions at once, from any thread; waiting operations throw {@link java.nio.channels.ClosedChannelException}, as do later ones.
     * To let the other end read to the end of the output, {@linkplain #shutdown() shut it down} before. May be called again.
     */
    @Override
    void close() throws IOException;
}
