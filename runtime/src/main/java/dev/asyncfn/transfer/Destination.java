package dev.asyncfn.transfer;

import java.nio.ByteBuffer;

/** The buffer of a read. Not exported. */
public final class Destination {
    private Destination() {}

    /**
     * Lets a buffer pass that can be read into.
     *
     * @param buffer not null
     * @return {@code buffer}
     * @throws IllegalArgumentException if it is read-only
     */
    public static ByteBuffer check(ByteBuffer buffer) {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("a read-only buffer");
        }
        return buffer;
    }

    /**
     * Moves as many bytes as fit.
     *
     * @param from its position moves past the bytes
     * @param to its position moves past the bytes
     * @return how many
     */
    public static int move(ByteBuffer from, ByteBuffer to) {
        int count = Math.min(from.remaining(), to.remaining());
        to.put(to.position(), from, from.position(), count);
        to.position(to.position() + count);
        from.position(from.position() + count);
        return count;
    }
}
