package dev.asyncfn.samples.cookbook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.tls.TlsAcceptor;
import dev.asyncfn.tls.TlsConnector;
import dev.asyncfn.tls.TlsStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** With the HTTPS server and the HTTP client of the JDK at the other end. */
class HttpsTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final SSLContext context = context();
    private final byte[] page = new byte[200_000];

    HttpsTest() {
        new Random(1).nextBytes(page);
    }

    /**
     * Has the key of a server, which it also trusts, valid for a hundred years. Made by {@code keytool -genkeypair -alias server -dname CN=localhost
     * -ext san=dns:localhost,ip:127.0.0.1 -keyalg EC -groupname secp256r1 -validity 36500 -storetype PKCS12 -keystore test.p12 -storepass changeit}.
     */
    private static SSLContext context() {
        char[] password = "changeit".toCharArray();
        try (InputStream file = HttpsTest.class.getResourceAsStream("test.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPageOfTheHttpsServerOfTheJdkIsRead() throws Exception {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/page", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        try {
            assertThat(Async.blockOn(HttpsAsync.get(TlsConnector.of(context), "localhost", port, "/page")))
                    .isEqualTo(page);
            TlsConnector stranger = TlsConnector.of(SSLContext.getDefault());
            assertThatThrownBy(() -> Async.blockOn(HttpsAsync.get(stranger, "localhost", port, "/page")))
                    .isInstanceOf(SSLHandshakeException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theHttpClientOfTheJdkReadsAPage() throws Exception {
        try (ThreadPool pool = ThreadPool.of(1);
                AsyncTcpListener listener = AsyncTcpListener.bind(ANY_PORT)) {
            URI uri = URI.create("https://localhost:" + listener.localAddress().getPort() + "/");
            var response = HttpClient.newBuilder()
                    .sslContext(context)
                    .build()
                    .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
            JoinHandle<Void> answered =
                    pool.spawn(HttpsAsync.answer(TlsAcceptor.of(context), Async.blockOn(listener.accept()), page));
            assertThat(response.join().body()).isEqualTo(page);
            Async.blockOn(answered);
        }
    }

    /** In memory and in virtual time. The client sees an orderly end, and not one that may be an attack. */
    @Test
    void anAbortedAnswerEndsTheConnectionInOrder() {
        TestExecutor.explore(20, executor -> {
            DuplexStream.Ends pipe = DuplexStream.open(100_000);
            JoinHandle<Void> answer = executor.spawn(
                    HttpsAsync.answer(TlsAcceptor.of(context).withTasksOn(Runnable::run), pipe.right(), page));
            TlsStream client = executor.run(
                    TlsConnector.of(context).withTasksOn(Runnable::run).connect("localhost", 1, pipe.left()));
            executor.runUntilStalled(); // it waits for a request
            answer.abort();
            assertThat(executor.run(client.readToEnd(1))).isEmpty();
            executor.runUntilStalled();
            assertThat(answer.isFinished()).isTrue();
            assertThat(pipe.right().isOpen()).isFalse();
            client.close();
        });
    }

    @Test
    void anAnswerThatNobodyReadsIsNotWaitedForLong() {
        TestExecutor.explore(20, executor -> {
            DuplexStream.Ends pipe = DuplexStream.open(10_000);
            JoinHandle<Void> answer = executor.spawn(
                    HttpsAsync.answer(TlsAcceptor.of(context).withTasksOn(Runnable::run), pipe.right(), page));
            TlsStream client = executor.run(
                    TlsConnector.of(context).withTasksOn(Runnable::run).connect("localhost", 1, pipe.left()));
            executor.run(client.writeAll(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII))));
            executor.runUntilStalled(); // the pipe is full
            executor.run(Futures.andThen(Future.ready(null), start -> answer.abortAndJoin(Duration.ofHours(1))));
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(2));
            assertThatThrownBy(() -> executor.run(client.readToEnd(1_000_000))).isInstanceOf(SSLException.class);
            client.close();
        });
    }
}
