package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.net.AsyncUdpSocket;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A question and its answer as datagrams, which may be lost, may come from anybody, and may be longer than expected. */
public final class Discovery {
    private static final int ATTEMPTS = 5;
    private static final int MAX_ANSWER = 512;

    private Discovery() {}

    /** The answer of the server, which is asked again after each {@code patience}. */
    @AsyncFn
    static String ask(AsyncUdpSocket socket, InetSocketAddress server, String question, Duration patience)
            throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            await(socket.sendTo(StandardCharsets.UTF_8.encode(question), server));
            try {
                return await(Timeouts.timeout(patience, async(() -> await(answer(socket, server)))));
            } catch (ElapsedException lost) {
                // The question, or the answer to it.
            }
        }
        throw new IOException("no answer from " + server);
    }

    /** The next datagram that is from the server, and complete. */
    @AsyncFn
    static String answer(AsyncUdpSocket socket, InetSocketAddress server) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_ANSWER);
        while (true) {
            AsyncUdpSocket.Datagram datagram = await(socket.receiveDatagram(buffer.clear()));
            if (datagram.sender().equals(server) && !datagram.truncated()) {
                return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
            }
        }
    }
}
