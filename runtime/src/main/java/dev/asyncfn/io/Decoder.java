package dev.asyncfn.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Makes items of bytes, for a {@link FramedReader}. {@code tokio_util::codec::Decoder}. A decoder may have state, so each reader needs its own.
 *
 * @param <T> the type of the items
 */
@FunctionalInterface
public interface Decoder<T> {
    /**
     * Decodes the next item, if all of its bytes are there.
     *
     * <p>If this throws, the same exception is thrown by the reader. The next call starts at the position that this one has left; so a decoder
     * that moves it past a bad item lets the reader continue with the following one, and a decoder that leaves it throws again.
     *
     * @param input from its position to its limit, the bytes that have come and were not decoded before; on return, its position is past what
     *     was decoded. It must not be kept
     * @return the item, or null if there are too few bytes. What remains in {@code input} is then passed again, with more bytes
     * @throws IOException if the bytes are not valid
     */
    T decode(ByteBuffer input) throws IOException;

    /**
     * Decodes the next item at the end of the bytes. Called until it returns null.
     *
     * @param input as for {@link #decode}, but no more bytes will come; it may have none remaining
     * @return the item, or null if there are no more
     * @throws IOException if the bytes are not valid; by default, an {@link EOFException} if there are bytes that are no item
     */
    default T decodeEnd(ByteBuffer input) throws IOException {
        T item = decode(input);
        if (item == null && input.hasRemaining()) {
            throw new EOFException(
                    "the end came in the middle of a frame, after " + input.remaining() + " bytes of it");
        }
        return item;
    }
}
