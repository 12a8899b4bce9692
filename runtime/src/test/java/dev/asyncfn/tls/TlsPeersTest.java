package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with sockets of the JDK at the other end. The cookbook has tests with its HTTPS server and HTTP client. */
class TlsPeersTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final TlsConnector CONNECTOR = TlsConnector.of(Keys.ofClient());
    private static final TlsAcceptor ACCEPTOR = TlsAcceptor.of(Keys.ofServer());

    private static TlsStream connect(int port) throws IOException {
        return connect(CONNECTOR, port);
    }

    private static TlsStream connect(TlsConnector connector, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return Async.blockOn(connector.connect("localhost", port, Async.blockOn(AsyncTcpStream.connect(address))));
    }

    private static TlsStream accept(AsyncTcpListener listener) throws IOException {
        return Async.blockOn(ACCEPTOR.accept(Async.blockOn(listener.accept())));
    }

    /** Runs the blocking peer on a thread of its own. */
    private static <T> CompletableFuture<T> peer(Callable<T> code) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return code.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                job -> new Thread(job, "peer").start());
    }

    private static SSLServerSocket serverSocket(String version) throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                Keys.ofServer().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private static SSLSocket socket(String version, AsyncTcpListener listener) throws IOException {
        SSLSocket socket = (SSLSocket) Keys.ofClient()
                .getSocketFactory()
                .createSocket("localhost", listener.localAddress().getPort());
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSocketOfTheJdkIsServedAndBothEndInOrder(String version) throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY)) {
            CompletableFuture<String> peer = peer(() -> {
                try (SSLSocket socket = socket(version, listener)) {
                    socket.getOutputStream().write(Bytes.random(50_000, 5));
                    byte[] answer = socket.getInputStream().readNBytes(6);
                    assertThat(socket.getInputStream().read()).isEqualTo(-1);
                    return new String(answer);
                }
            });
            try (TlsStream stream = accept(listener)) {
                ByteBuffer data = ByteBuffer.allocate(50_000);
                Async.blockOn(stream.readExactly(data));
                assertThat(data.array()).isEqualTo(Bytes.random(50_000, 5));
                Async.blockOn(stream.writeAll(Bytes.of("answer")));
                Async.blockOn(stream.shutdown());
                assertThat(Async.blockOn(stream.read(data.clear()))).isEqualTo(-1);
            }
            assertThat(peer.join()).isEqualTo("answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerSocketOfTheJdkEndsInOrder(String version) throws Exception {
        try (SSLServerSocket listener = serverSocket(version)) {
            CompletableFuture<Integer> peer = peer(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                    return socket.getInputStream().read();
                }
            });
            try (TlsStream stream = connect(listener.getLocalPort())) {
                assertThat(stream.session().getProtocol()).isEqualTo(version);
                ByteBuffer hello = ByteBuffer.allocate(5);
                Async.blockOn(stream.readExactly(hello));
                assertThat(Bytes.text(hello)).isEqualTo("hello");
                Async.blockOn(stream.shutdown());
                assertThat(peer.join()).isEqualTo(-1);
                assertThat(Async.blockOn(stream.readToEnd(1))).isEmpty();
            }
        }
    }

    @Test
    void newKeysThatThePeerAsksForAreSentThoughNothingIsWritten() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY);
                ThreadPool pool = ThreadPool.of(1)) {
            CompletableFuture<Integer> peer = peer(() -> {
                try (SSLSocket socket = socket("TLSv1.3", listener)) {
                    InputStream in = socket.getInputStream();
                    socket.getOutputStream().write('a');
                    assertThat(in.read()).isEqualTo('A');
                    for (int i = 0; i < 5; i++) {
                        socket.startHandshake(); // new keys, as the handshake is over
                        socket.getOutputStream().write('b');
                        assertThat(in.read()).isEqualTo('B');
                    }
                    return socket.getInputStream().read();
                }
            });
            try (TlsStream stream = accept(listener)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                for (int i = 0; i < 6; i++) {
                    JoinHandle<Void> read = pool.spawn(stream.readExactly(one.clear()));
                    Async.blockOn(read);
                    one.put(0, (byte) Character.toUpperCase(one.get(0)));
                    Async.blockOn(stream.writeAll(one.flip()));
                }
                Async.blockOn(stream.shutdown());
                assertThat(peer.join()).isEqualTo(-1);
            }
        }
    }

    @Test
    void aClientThatWantsToRenegotiateIsRefused() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY)) {
            CompletableFuture<Integer> peer = peer(() -> {
                try (SSLSocket socket = socket("TLSv1.2", listener)) {
                    socket.getOutputStream().write('a');
                    socket.startHandshake();
                    return socket.getInputStream().read();
                }
            });
            try (TlsStream stream = accept(listener)) {
                assertThat(Async.blockOn(stream.read(ByteBuffer.allocate(1)))).isEqualTo(1);
                assertThatThrownBy(() -> Async.blockOn(stream.read(ByteBuffer.allocate(1))))
                        .isInstanceOf(SSLException.class)
                        .hasMessage("the other end wants to renegotiate, which is refused");
                assertThatThrownBy(() -> Async.blockOn(stream.write(Bytes.of("x"))))
                        .isInstanceOf(SSLException.class);
            }
            assertThatThrownBy(peer::join).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatWantsToRenegotiateIsRefused() throws Exception {
        try (SSLServerSocket listener = serverSocket("TLSv1.2")) {
            CompletableFuture<Integer> peer = peer(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    socket.getOutputStream().write('a');
                    socket.startHandshake();
                    return socket.getInputStream().read();
                }
            });
            try (TlsStream stream = connect(listener.getLocalPort())) {
                assertThat(Async.blockOn(stream.read(ByteBuffer.allocate(1)))).isEqualTo(1);
                assertThatThrownBy(() -> Async.blockOn(stream.read(ByteBuffer.allocate(1))))
                        .isInstanceOf(SSLException.class)
                        .hasMessage("the other end wants to renegotiate, which is refused");
            }
            assertThatThrownBy(peer::join).hasCauseInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSecondConnectionResumesTheSession(String version) throws Exception {
        TlsConnector connector =
                CONNECTOR.withParameters(parameters -> parameters.setProtocols(new String[] {version}));
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY)) {
            long created = 0;
            for (int i = 0; i < 2; i++) {
                CompletableFuture<TlsStream> accepting = peer(() -> accept(listener));
                TlsStream client = connect(connector, listener.localAddress().getPort());
                TlsStream server = accepting.join();
                Async.blockOn(server.writeAll(Bytes.of("x"))); // and the tickets before it
                Async.blockOn(client.read(ByteBuffer.allocate(1)));
                if (i == 1) {
                    assertThat(client.session().getCreationTime()).isEqualTo(created);
                }
                created = client.session().getCreationTime();
                client.close();
                server.close();
            }
        }
    }
}
