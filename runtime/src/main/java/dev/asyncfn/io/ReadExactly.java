package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Destination;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads until the buffer is full. */
final class ReadExactly extends Transfers<Void> {
    private final AsyncRead from;
    private final ByteBuffer buffer;

    ReadExactly(AsyncRead from, ByteBuffer buffer) {
        super("readExactly");
        this.from = from;
        this.buffer = Destination.check(buffer);
    }

    @Override
    TryFuture<Integer, IOException> next() {
        return buffer.hasRemaining() ? from.read(buffer) : null;
    }

    @Override
    ByteBuffer buffer() {
        return buffer;
    }

    @Override
    void transferred(int count, int before) throws IOException {
        if (count < 0) {
            throw new EOFException("the end came " + buffer.remaining() + " bytes early");
        }
        ByteStep.checkProgress(count, before, buffer);
    }

    @Override
    Void result() {
        return null;
    }
}
