package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Writes until the buffer is empty. */
final class WriteAll extends Transfers<Void> {
    private final AsyncWrite to;
    private final ByteBuffer buffer;

    WriteAll(AsyncWrite to, ByteBuffer buffer) {
        super("writeAll");
        this.to = to;
        this.buffer = Objects.requireNonNull(buffer, "buffer");
    }

    @Override
    TryFuture<Integer, IOException> next() {
        return buffer.hasRemaining() ? to.write(buffer) : null;
    }

    @Override
    void transferred(int count) {
        // The buffer's position shows the progress.
    }

    @Override
    Void result() {
        return null;
    }
}
