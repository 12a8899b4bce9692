package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Sends back what a client sends, until the client ends or vanishes: what would be an async fn, by hand. */
final class Echo implements Future<Void> {
    private final AsyncTcpStream client;
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private TryFuture<Integer, IOException> read;
    private TryFuture<Void, IOException> write;

    Echo(AsyncTcpStream client) {
        this.client = client;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        try {
            for (; ; ) {
                if (write == null) {
                    if (read == null) {
                        read = client.read(buffer);
                    }
                    if (!(read.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                        return Poll.pending();
                    }
                    read = null;
                    if (ready.value() < 0) {
                        return end();
                    }
                    write = client.writeAll(buffer.flip());
                }
                if (write.poll(cx).isPending()) {
                    return Poll.pending();
                }
                write = null;
                buffer.clear();
            }
        } catch (IOException vanished) {
            return end();
        }
    }

    private Poll<Void> end() throws IOException {
        client.close();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (read != null) {
            read.drop();
        }
        if (write != null) {
            write.drop();
        }
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
