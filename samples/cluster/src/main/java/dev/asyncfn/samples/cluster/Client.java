package dev.asyncfn.samples.cluster;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the cluster that knows all nodes: where one fails, it asks the next, for the same thing by the same name. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<Integer> ports;
    private final int attempts;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    /** @param attempts how often to ask before it gives up */
    Client(List<Integer> ports, int attempts) {
        this.ports = ports;
        this.attempts = attempts;
    }

    int retries() {
        return retries.get();
    }

    /**
     * Asks until there is an answer other than {@code later}.
     *
     * @return the answer, or null if there was none in all attempts
     */
    @AsyncFn
    String request(String line) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            int port = ports.get(Math.floorMod(next.getAndIncrement(), ports.size()));
            try {
                String answer = await(Timeouts.timeout(PATIENCE, ClientAsync.ask(port, line)));
                if (!answer.equals("later")) {
                    return answer;
                }
            } catch (IOException | ElapsedException failure) {
                await(Sleep.of(PAUSE)); // the node is gone, or slow: the request may have been carried out, or not
            }
            retries.incrementAndGet();
        }
        return null;
    }

    @AsyncFn
    static String ask(int port, String line) throws IOException {
        try (AsyncTcpStream node =
                await(AsyncTcpStream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))) {
            await(FramedWriter.of(node, Front.LINES).send(line));
            String answer = await(FramedReader.of(node, Front.LINES).next());
            if (answer == null) {
                throw new EOFException("no answer to " + line);
            }
            return answer;
        }
    }
}
