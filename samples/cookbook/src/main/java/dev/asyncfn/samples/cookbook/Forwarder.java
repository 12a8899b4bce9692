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

/** A proxy: whatever a client sends goes to a server, and back. Each connection is a task; the two directions of it are not. */
public final class Forwarder {
    /** Opens a connection to the server: TCP, by name or address, a Unix domain socket, TLS. */
    interface Server {
        TryFuture<? extends ByteStream, IOException> connect();
    }

    private Forwarder() {}

    /** Serves all who connect, until the task is aborted; with {@code spawn}, so that one who is slow does not keep the others. */
    @AsyncFn
    static void serve(AsyncTcpListener listener, Server server, Spawner spawner) throws IOException {
        while (true) {
            ByteStream client = await(listener.accept());
            spawner.spawn(ForwarderAsync.forward(client, server));
        }
    }

    /** How many bytes both have sent. Each may end its own direction first, as a client does that has nothing more to ask. */
    @AsyncFn
    static long forward(ByteStream client, Server server) throws IOException {
        try (client;
                ByteStream connected = await(server.connect())) {
            Pair<Long, Long> bytes = await(ByteStreams.copyBidirectional(client, connected));
            return bytes.first() + bytes.second();
        }
    }
}
