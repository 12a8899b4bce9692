package dev.asyncfn.tls;

import dev.asyncfn.TryFuture;
import dev.asyncfn.io.ByteStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * The client's side of TLS. tokio-rustls's {@code TlsConnector}. Immutable and thread-safe.
 *
 * <p>By default, the server's certificate has to be trusted by the context and to be valid for the host.
 */
public final class TlsConnector {
    private final SSLContext context;
    private final Settings settings;
    private final boolean verifiesHost;

    private TlsConnector(SSLContext context, Settings settings, boolean verifiesHost) {
        this.context = context;
        this.settings = settings;
        this.verifiesHost = verifiesHost;
    }

    /**
     * A connector with the defaults of a context.
     *
     * @param context knows which certificates to trust; {@link SSLContext#getDefault()} trusts the authorities of the JDK
     * @return a new connector
     */
    public static TlsConnector of(SSLContext context) {
        return new TlsConnector(Objects.requireNonNull(context, "context"), Settings.DEFAULT, true);
    }

    /**
     * A connector that offers protocols to be used above TLS (ALPN, RFC 7301): see {@link TlsStream#applicationProtocol()}.
     *
     * @param protocols their names, the preferred one first, for example {@code h2} and {@code http/1.1}
     * @return a new connector
     */
    public TlsConnector withAlpn(String... protocols) {
        return new TlsConnector(context, settings.withAlpn(List.of(protocols)), verifiesHost);
    }

    /**
     * A connector with more settings, such as versions and cipher suites.
     *
     * @param change called for each connection, after everything else was set
     * @return a new connector
     */
    public TlsConnector withParameters(Consumer<SSLParameters> change) {
        return new TlsConnector(context, settings.withChange(change), verifiesHost);
    }

    /**
     * A connector that accepts a trusted certificate whatever host it is for. Only for servers whose certificates are trusted one by one:
     * otherwise, anyone with a certificate of their own can be in the middle.
     *
     * @return a new connector
     */
    public TlsConnector withoutHostVerification() {
        return new TlsConnector(context, settings, false);
    }

    /**
     * A connector whose computations that take long run on {@code executor}, instead of the threads of {@link dev.asyncfn.executor.Blocking}. With
     * {@code Runnable::run} they run in the polls, which makes a test deterministic.
     *
     * @param executor must run every job
     * @return a new connector
     */
    public TlsConnector withTasksOn(Executor executor) {
        return new TlsConnector(context, settings.withExecutor(executor), verifiesHost);
    }

    /**
     * Makes a TLS connection over another one.
     *
     * <p>The future throws an {@link javax.net.ssl.SSLException} if the handshake fails, and {@link IOException} if the stream does. If it throws
     * or is dropped, also before its first poll, the stream is closed.
     *
     * @param host the name or address that the certificate has to be for; a name is also sent to the server (SNI), unless it is none that the
     *     protocol allows, such as one with an underscore
     * @param port only finds sessions that can be resumed
     * @param stream belongs to the result
     * @return a future of an open stream, which must be closed by the code that awaits it
     * @throws IllegalArgumentException if the parameters are none that the context can use; the stream is closed then, as after any other exception
     */
    public TryFuture<TlsStream, IOException> connect(String host, int port, ByteStream stream) {
        return Handshake.over(stream, () -> engine(host, port), settings);
    }

    private SSLEngine engine(String host, int port) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host; // RFC 6066, section 3
        SSLEngine engine = context.createSSLEngine(name, port);
        engine.setUseClientMode(true);
        settings.apply(engine, parameters -> {
            parameters.setServerNames(serverNames(name));
            if (verifiesHost) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818
            }
        });
        return engine;
    }

    /** None for names that hosts have nevertheless, which a certificate may be for: as the JDK's own clients do. */
    private static List<SNIServerName> serverNames(String name) {
        try {
            return isAddress(name) ? List.of() : List.of(new SNIHostName(name));
        } catch (IllegalArgumentException illegal) {
            return List.of();
        }
    }

    /** An address is not a name of a server: RFC 6066, section 3. */
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
