package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.net.AsyncUdpSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static ByteBuffer bytes(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    @Test
    void theQuestionIsAskedAgainUntilACompleteAnswerComesFromTheServer() throws Exception {
        try (ThreadPool pool = ThreadPool.of(1);
                AsyncUdpSocket socket = AsyncUdpSocket.bind(ANY_PORT);
                AsyncUdpSocket stranger = AsyncUdpSocket.bind(ANY_PORT);
                AsyncUdpSocket server = AsyncUdpSocket.bind(ANY_PORT)) {
            JoinHandle<String> answer =
                    pool.spawn(DiscoveryAsync.ask(socket, server.localAddress(), "who?", Duration.ofMillis(200)));
            for (int lost = 0; lost < 2; lost++) {
                ByteBuffer question = ByteBuffer.allocate(100);
                assertThat(Async.blockOn(server.receiveFrom(question))).isEqualTo(socket.localAddress());
                assertThat(StandardCharsets.UTF_8.decode(question.flip()).toString())
                        .isEqualTo("who?");
            }
            Async.blockOn(stranger.sendTo(bytes("me"), socket.localAddress()));
            Async.blockOn(server.sendTo(bytes("x".repeat(1_000)), socket.localAddress()));
            Async.blockOn(server.sendTo(bytes("the server"), socket.localAddress()));
            assertThat(Async.blockOn(answer)).isEqualTo("the server");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (AsyncUdpSocket socket = AsyncUdpSocket.bind(ANY_PORT);
                AsyncUdpSocket silent = AsyncUdpSocket.bind(ANY_PORT)) {
            assertThatThrownBy(() -> Async.blockOn(
                            DiscoveryAsync.ask(socket, silent.localAddress(), "who?", Duration.ofMillis(1))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no answer from " + silent.localAddress());
        }
    }
}
