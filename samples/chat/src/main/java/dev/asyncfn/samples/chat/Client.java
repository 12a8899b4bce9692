package dev.asyncfn.samples.chat;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.net.ReadHalf;
import dev.asyncfn.net.WriteHalf;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.SendException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A connected client. Lines for it go into its outbox, from which its own task writes them as fast as the client reads. So
 * telling it something never waits. Thread-safe, except for the lines it sends, which one task reads.
 */
final class Client implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Client.class.getName());
    /** A client that is this many lines behind is too slow for this chat. */
    private static final int OUTBOX_SIZE = 100;
    /** In bytes, and small: what the client does not read waits in the outbox, where it is counted. */
    private static final int SEND_BUFFER_SIZE = 16 * 1024;

    private final AsyncTcpStream stream;
    private final ReadHalf reader;
    private final WriteHalf writer;
    private final Lines lines;
    private final Mpsc.Sender<String> outbox;
    private final Mpsc.Receiver<String> undelivered;
    private boolean closed;

    Client(AsyncTcpStream stream) {
        this.stream = stream;
        AsyncTcpStream.Halves halves = stream.split();
        reader = halves.reader();
        writer = halves.writer();
        lines = new Lines(reader);
        var channel = Mpsc.<String>bounded(OUTBOX_SIZE);
        outbox = channel.sender();
        undelivered = channel.receiver();
    }

    /** What the client says. */
    Lines lines() {
        return lines;
    }

    /** Has a line delivered, without waiting for it. If the outbox is full, or the client is gone, the client is disconnected. */
    synchronized void tell(String line) {
        if (closed) {
            return;
        }
        try {
            if (!outbox.trySend(line)) {
                disconnect();
            }
        } catch (SendException e) {
            disconnect(); // nobody delivers any more
        }
    }

    /** The task that delivers: what is in the outbox, line by line, until the client is closed and has received all of it. */
    @AsyncFn
    void deliver() {
        try (undelivered;
                writer) {
            stream.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_SIZE);
            Optional<String> line = await(undelivered.recv());
            while (line.isPresent()) {
                await(writer.writeAll(StandardCharsets.UTF_8.encode(line.get() + "\n")));
                line = await(undelivered.recv());
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a client vanished", e);
        }
    }

    /** Good-bye: nothing more is read from the client; {@link #deliver()} writes what is in the outbox, and then hangs up. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        outbox.close();
        reader.close();
    }

    /** Cuts the connection: reads and writes on it fail. */
    void disconnect() {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a client cannot be disconnected", e);
        }
    }
}
