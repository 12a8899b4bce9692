package dev.asyncfn.samples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server seen by clients that know nothing of asyncfn: the JDK's blocking sockets. */
class EchoServerTest {
    private static final Duration LONG = Duration.ofHours(1);

    private EchoServer server;

    @BeforeEach
    void start() throws IOException {
        server = EchoServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void shutdown() throws Exception {
        server.shutdown(Duration.ZERO);
        assertThat(server.clients()).isZero();
    }

    private Socket connect() throws IOException {
        return new Socket(server.address().getAddress(), server.address().getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String receive(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void assertEchoes(Socket socket, String text) throws IOException {
        send(socket, text);
        assertThat(receive(socket, text.length())).isEqualTo(text);
    }

    private void awaitClients(int count) {
        while (server.clients() != count) {
            Thread.yield();
        }
    }

    @Test
    void every_client_has_its_own_echo() throws Exception {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(connect());
            send(clients.get(i), "I am " + i);
        }
        for (int i = 19; i >= 0; i--) {
            assertThat(receive(clients.get(i), ("I am " + i).length())).isEqualTo("I am " + i);
            clients.get(i).close();
        }
        awaitClients(0);
    }

    @Test
    void a_client_that_ends_its_output_still_gets_the_rest() throws Exception {
        try (Socket client = connect()) {
            send(client, "the last words");
            client.shutdownOutput();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("the last words");
        }
        awaitClients(0);
    }

    @Test
    void a_client_that_does_not_listen_keeps_nobody_else_waiting() throws Exception {
        try (SocketChannel deaf = SocketChannel.open(server.address());
                Socket other = connect()) {
            deaf.configureBlocking(false);
            long sent = fill(deaf);
            assertEchoes(other, "and me?");
            deaf.configureBlocking(true);
            deaf.shutdownOutput();
            assertThat(deaf.socket().getInputStream().readAllBytes()).hasSize((int) sent);
        }
    }

    /** Sends until the server takes no more, since nobody takes its answers. */
    private static long fill(SocketChannel deaf) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 16);
        long sent = 0;
        for (int full = 0; full < 100; ) {
            int count = deaf.write(zeros.clear());
            full = count == 0 ? full + 1 : 0;
            sent += count;
            Thread.yield();
        }
        return sent;
    }

    @Test
    void a_client_that_vanishes_is_forgotten() throws Exception {
        try (Socket other = connect()) {
            for (int i = 0; i < 10; i++) {
                Socket client = connect();
                assertEchoes(client, "hello");
                client.setOption(StandardSocketOptions.SO_LINGER, 0);
                client.close();
            }
            awaitClients(1);
            assertEchoes(other, "still here");
        }
    }

    @Test
    void a_graceful_shutdown_takes_nobody_in_and_lets_everybody_finish() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "hello");
            CompletableFuture<Void> shutdown = CompletableFuture.runAsync(() -> shutdown(LONG));
            awaitRefused();
            assertEchoes(client, "one more thing");
            assertThat(shutdown).isNotDone();
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            server.awaitShutdown();
            shutdown.get();
        }
    }

    private void shutdown(Duration grace) {
        try {
            server.shutdown(grace);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The system takes connections until the reactor has let go of the socket. */
    private void awaitRefused() throws IOException {
        for (; ; ) {
            try {
                connect().close();
            } catch (SocketException refused) {
                return;
            }
        }
    }

    @Test
    void when_the_grace_is_over_clients_are_disconnected() throws Exception {
        try (Socket client = connect();
                Socket silent = connect()) {
            assertEchoes(client, "hello");
            awaitClients(2);
            server.shutdown(Duration.ZERO);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
        awaitRefused();
    }
}
