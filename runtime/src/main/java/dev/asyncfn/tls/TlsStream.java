package dev.asyncfn.tls;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Step;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;

/**
 * A TLS connection over another stream, which belongs to it. tokio-rustls's {@code TlsStream}. Thread-safe: one task may read while another
 * writes.
 *
 * <p>The end of the other side's output is its close_notify: reads return -1 then. If the stream below ends without it, which an attacker can
 * cause, reads throw an {@link javax.net.ssl.SSLException}, once everything that came before is read. After an {@code SSLException}, all
 * operations throw one; an alert that describes it has been sent if that was possible at once.
 *
 * <p>Bytes that were written wait in a buffer until they are flushed or read operations write them: {@link #writeAll} flushes, a single
 * {@link #write} does not.
 */
public final class TlsStream implements ByteStream {
    private final ByteStream transport;
    private final SSLEngine engine;
    private final Protocol protocol;
    private final Shared shared;
    private volatile boolean closed;

    /** A connection whose handshake has not begun. */
    TlsStream(SSLEngine engine, ByteStream transport, Executor executor) {
        this.transport = transport;
        this.engine = engine;
        Records records = new Records(engine, transport, executor);
        this.protocol = new Protocol(records);
        this.shared = new Shared(records);
    }

    private <T> TlsOperation<T> operation(Shared.Side side, String name, TlsOperation.Body<T> body) {
        return new TlsOperation<>(shared, side, "TlsStream." + name, cx -> {
            if (closed) {
                throw new ClosedChannelException();
            }
            return body.poll(cx);
        });
    }

    TryFuture<Void, IOException> handshake() {
        return operation(Shared.Side.BOTH, "handshake", protocol::handshake);
    }

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(Shared.Side.READ, "read", cx -> protocol.read(buffer, cx));
    }

    /**
     * {@inheritDoc}
     *
     * <p>At most a record, 16 KiB, is accepted. It is encrypted and written as far as that is possible at once; {@link #flush} writes the rest.
     */
    @Override
    public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
        Objects.requireNonNull(buffer, "buffer");
        return operation(Shared.Side.WRITE, "write", cx -> protocol.write(buffer, cx));
    }

    /** {@inheritDoc} Then it {@linkplain #flush() flushes}. */
    @Override
    public TryFuture<Void, IOException> writeAll(ByteBuffer buffer) {
        Objects.requireNonNull(buffer, "buffer");
        Step<Integer> writing = new Step<>(() -> write(buffer));
        Step<Void> flushing = new Step<>(this::flush);
        return new Transfer<>(
                "TlsStream.writeAll", cx -> pollWriteAll(buffer, writing, flushing, cx), writing, flushing);
    }

    private static Poll<Void> pollWriteAll(ByteBuffer buffer, Step<Integer> writing, Step<Void> flushing, Context cx)
            throws Exception {
        while (buffer.hasRemaining()) {
            if (writing.poll(cx).isPending()) {
                return Poll.pending();
            }
        }
        return flushing.poll(cx);
    }

    @Override
    public TryFuture<Void, IOException> flush() {
        return operation(Shared.Side.WRITE, "flush", protocol::flush);
    }

    /**
     * Sends a close_notify, and ends the output of the stream below. The other end may still answer in TLS 1.3; in TLS 1.2, it ends its output, too.
     */
    @Override
    public TryFuture<Void, IOException> shutdown() {
        return operation(Shared.Side.WRITE, "shutdown", protocol::shutdown);
    }

    /**
     * The version, cipher suite and certificates of both ends.
     *
     * @return the session that the handshake has made or resumed
     */
    public SSLSession session() {
        return engine.getSession();
    }

    /**
     * The protocol that both ends have agreed on (ALPN, RFC 7301).
     *
     * @return its name, for example {@code h2}; empty if there was no such agreement
     */
    public Optional<String> applicationProtocol() {
        return Optional.ofNullable(engine.getApplicationProtocol()).filter(name -> !name.isEmpty());
    }

    @Override
    public boolean isOpen() {
        return !closed && transport.isOpen();
    }

    /**
     * Closes the stream below at once, without a close_notify, so that the other end can tell this from an orderly end:
     * {@linkplain #shutdown() shut it down} before, or use {@link #close(java.time.Duration)}. Waiting operations throw {@link ClosedChannelException}. May be called again.
     */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            transport.close();
        } finally {
            shared.wake();
        }
    }

    @Override
    public String toString() {
        return "TlsStream[" + (protocol.isEstablished() ? engine.getSession().getProtocol() : "handshake") + " over "
                + transport + "]";
    }
}
