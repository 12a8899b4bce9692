package dev.asyncfn.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** The common part of all transfers into or from a buffer. */
final class Buffers {
    /** The most that is transferred at once from or to a heap buffer, for which the JDK keeps a direct buffer of that size per thread. */
    static final int MAX_CHUNK = 128 * 1024;

    /** No datagram of UDP has more bytes, as its header has 16 bits for the length. */
    static final int MAX_DATAGRAM = 65_535;

    private Buffers() {}

    /** A transfer that moves the position of the buffer. */
    interface Transfer {
        int run(ByteBuffer buffer) throws IOException;
    }

    /** Runs a transfer with no more of the buffer than is good for it. */
    static int transfer(ByteBuffer buffer, Transfer transfer) throws IOException {
        return transfer(buffer, MAX_CHUNK, transfer);
    }

    /** Receives a datagram, which needs no more of a buffer than {@link #MAX_DATAGRAM}. */
    static SocketAddress receive(ByteBuffer buffer, DatagramChannel channel) throws IOException {
        SocketAddress[] sender = new SocketAddress[1];
        transfer(buffer, MAX_DATAGRAM, part -> {
            sender[0] = channel.receive(part);
            return 0;
        });
        return sender[0];
    }

    private static int transfer(ByteBuffer buffer, int most, Transfer transfer) throws IOException {
        if (buffer.isDirect() || buffer.remaining() <= most) {
            return transfer.run(buffer);
        }
        int limit = buffer.limit();
        buffer.limit(buffer.position() + most);
        try {
            return transfer.run(buffer);
        } finally {
            buffer.limit(limit);
        }
    }
}
