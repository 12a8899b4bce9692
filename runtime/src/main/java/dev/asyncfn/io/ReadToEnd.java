package dev.asyncfn.io;

import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.ByteStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads to the end, into a buffer that grows. */
final class ReadToEnd extends Transfers<byte[]> {
    private static final int FIRST_SIZE = 8 * 1024;
    /** The largest array that every JVM can allocate. */
    private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

    private final AsyncRead from;
    private final int limit;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_SIZE);
    private boolean atEnd;

    ReadToEnd(AsyncRead from, int limit) {
        super("readToEnd");
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit + " bytes");
        }
        this.from = from;
        this.limit = Math.min(limit, MAX_SIZE - 1); // so that there is room for one too many
    }

    @Override
    TryFuture<Integer, IOException> next() {
        return atEnd ? null : from.read(buffer);
    }

    @Override
    ByteBuffer buffer() {
        return buffer;
    }

    @Override
    void transferred(int count, int before) throws IOException {
        atEnd = count < 0;
        if (!atEnd) {
            ByteStep.checkProgress(count, before, buffer);
        }
        if (buffer.position() > limit) {
            throw new IOException("more than " + limit + " bytes before the end");
        }
        if (!buffer.hasRemaining()) {
            int capacity = (int) Math.min(2L * buffer.capacity(), MAX_SIZE);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.position());
        }
    }

    @Override
    byte[] result() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
