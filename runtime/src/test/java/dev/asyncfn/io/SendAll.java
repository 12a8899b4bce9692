package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes everything, then ends the output. */
public final class SendAll implements TryFuture<Void, IOException> {
    private final TryFuture<Void, IOException> write;
    private final TryFuture<Void, IOException> shutdown;
    private boolean written;

    private SendAll(ByteStream stream, byte[] data) {
        write = stream.writeAll(ByteBuffer.wrap(data));
        shutdown = stream.shutdown();
    }

    /** A future that borrows the stream. */
    public static TryFuture<Void, IOException> of(ByteStream stream, byte[] data) {
        return new SendAll(stream, data);
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        if (!written && write.poll(cx).isPending()) {
            return Poll.pending();
        }
        written = true;
        return shutdown.poll(cx);
    }

    @Override
    public void drop() {
        write.drop();
        shutdown.drop();
    }
}
