package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.ByteStep;
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
    ByteBuffer buffer() {
        return buffer;
    }

    @Override
    void transferred(int count, int before) throws IOException {
        ByteStep.checkProgress(count, before, buffer);
    }

    @Override
    Void result() {
        return null;
    }
}
