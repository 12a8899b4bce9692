package dev.asyncfn.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Makes bytes of items, for a {@link FramedWriter}. {@code tokio_util::codec::Encoder}.
 *
 * @param <T> the type of the items
 */
@FunctionalInterface
public interface Encoder<T> {
    /**
     * Encodes an item.
     *
     * @param item not null
     * @return the bytes remaining in this buffer, which belongs to the writer from then on
     * @throws IOException if the item cannot be encoded, for example because it is too large; nothing of it is then written
     */
    ByteBuffer encode(T item) throws IOException;
}
