package dev.asyncfn.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The common part of all transfers into or from a buffer. */
final class Buffers {
    /** The most that is transferred at once from or to a heap buffer, for which the JDK keeps a direct buffer of that size per thread. */
    static final int MAX_CHUNK = 128 * 1024;

    private Buffers() {}

    /** A transfer that moves the position of the buffer. */
    interface Transfer {
        int run(ByteBuffer buffer) throws IOException;
    }

    /** Runs a transfer with no more of the buffer than is good for it. */
    static int transfer(ByteBuffer buffer, Transfer transfer) throws IOException {
        if (buffer.isDirect() || buffer.remaining() <= MAX_CHUNK) {
            return transfer.run(buffer);
        }
        int limit = buffer.limit();
        buffer.limit(buffer.position() + MAX_CHUNK);
        try {
            return transfer.run(buffer);
        } finally {
            buffer.limit(limit);
        }
    }

    /** Lets a buffer pass that can be read into. */
    static ByteBuffer checkWritable(ByteBuffer buffer) {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("a read-only buffer");
        }
        return buffer;
    }
}
