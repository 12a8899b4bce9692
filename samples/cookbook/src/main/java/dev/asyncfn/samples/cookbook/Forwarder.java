package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Pair;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.ByteStreams;
import dev.asyncfn.net.AsyncTcpListener;
import java.io.IOException;

/** A proxy: it sends what a client writes to a server, and what the server answers back. One task serves both directions of a connection. */
public final class Forwarder {
    /** Opens a connection to the server: TCP, by name or address, a Unix domain socket, TLS. */
    interface Server {
        TryFuture<? extends ByteStream, IOException> connect();
    }

    private Forwarder() {}

    /** Accepts connections until the task is aborted. Each becomes a task of its own, so a slow client does not delay the others. */
    @AsyncFn
    static void serve(AsyncTcpListener listener, Server server, Spawner spawner) throws IOException {
        while (true) {
            ByteStream client = await(listener.accept());
            spawner.spawn(ForwarderAsync.forward(client, server));
        }
    }

    /** Returns how many bytes both sides have sent. Either may end its direction first, as a client does that has nothing more to ask. */
    @AsyncFn
    static long forward(ByteStream client, Server server) throws IOException {
        try (client;
                ByteStream connected = await(server.connect())) {
            Pair<Long, Long> bytes = await(ByteStreams.copyBidirectional(client, connected));
            return bytes.first() + bytes.second();
        }
    }
}
