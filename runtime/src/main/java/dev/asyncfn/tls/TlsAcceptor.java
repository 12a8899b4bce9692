package dev.asyncfn.tls;

import dev.asyncfn.TryFuture;
import dev.asyncfn.io.ByteStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The server's side of TLS. tokio-rustls's {@code TlsAcceptor}. Immutable and thread-safe. */
public final class TlsAcceptor {
    private final SSLContext context;
    private final Settings settings;

    private TlsAcceptor(SSLContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * An acceptor with the defaults of a context.
     *
     * @param context has the server's certificate and key
     * @return a new acceptor
     */
    public static TlsAcceptor of(SSLContext context) {
        return new TlsAcceptor(Objects.requireNonNull(context, "context"), Settings.DEFAULT);
    }

    /**
     * An acceptor that agrees on a protocol to be used above TLS (ALPN, RFC 7301): see {@link TlsStream#applicationProtocol()}. The handshake
     * fails with a client that offers others only; one that offers none is accepted.
     *
     * @param protocols their names, the preferred one first
     * @return a new acceptor
     */
    public TlsAcceptor withAlpn(String... protocols) {
        return new TlsAcceptor(context, settings.withAlpn(List.of(protocols)));
    }

    /**
     * An acceptor with more settings, such as {@link SSLParameters#setNeedClientAuth}.
     *
     * @param change called for each connection, after everything else was set
     * @return a new acceptor
     */
    public TlsAcceptor withParameters(Consumer<SSLParameters> change) {
        return new TlsAcceptor(context, settings.withChange(change));
    }

    /**
     * An acceptor whose computations that take long run on {@code executor}: see {@link TlsConnector#withTasksOn}.
     *
     * @param executor must run every job
     * @return a new acceptor
     */
    public TlsAcceptor withTasksOn(Executor executor) {
        return new TlsAcceptor(context, settings.withExecutor(executor));
    }

    /**
     * Makes a TLS connection over one that was accepted.
     *
     * <p>The future throws an {@link javax.net.ssl.SSLException} if the handshake fails, and {@link IOException} if the stream does. If it throws
     * or is dropped, also before its first poll, the stream is closed. A client may never finish its handshake: limit the time.
     *
     * @param stream belongs to the result
     * @return a future of an open stream, which must be closed by the code that awaits it
     * @throws IllegalArgumentException if the parameters are none that the context can use; the stream is closed then, as after any other exception
     */
    public TryFuture<TlsStream, IOException> accept(ByteStream stream) {
        return Handshake.over(stream, this::engine, settings);
    }

    private SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        settings.apply(engine, parameters -> {});
        return engine;
    }
}
