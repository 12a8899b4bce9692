package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.util.Objects;

/**
 * Writes items, such as lines or frames. {@code tokio_util::codec::FramedWrite}. For one task at a time, with one operation at a time.
 *
 * <p>An item is encoded as a whole into the buffer of this writer, from which the bytes are written. So wherever a future is dropped, the
 * output never has a part of a frame followed by another frame.
 *
 * @param <T> the type of the items
 */
public final class FramedWriter<T> {
    /** So many bytes may wait in the buffer before a feed writes them. As in tokio. */
    private static final int CAPACITY = 8 * 1024;

    private final Encoder<? super T> encoder;
    private final Outgoing outgoing;

    private FramedWriter(AsyncWrite to, Encoder<? super T> encoder) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        outgoing = new Outgoing(to, CAPACITY);
    }

    /**
     * A writer of items.
     *
     * @param <T> the type of the items
     * @param to borrowed; nothing else should write to it
     * @param encoder called in polls
     * @return a new writer
     */
    public static <T> FramedWriter<T> of(AsyncWrite to, Encoder<? super T> encoder) {
        return new FramedWriter<>(to, encoder);
    }

    /**
     * Accepts an item into the buffer, once that has less than 8 KiB. The future's value is null. Cancel-safe: if dropped before it is ready,
     * nothing of the item was accepted.
     *
     * @param item encoded in the poll that is ready; what the encoder throws is thrown by that poll, and the writer can still be used
     * @return a future that borrows this writer
     */
    public TryFuture<Void, IOException> feed(T item) {
        Objects.requireNonNull(item, "item");
        return new Transfer<>("FramedWriter.feed", cx -> pollFeed(item, cx), outgoing.writing);
    }

    /**
     * Accepts an item, and writes everything that was accepted. The future's value is null. If dropped before it is ready, the item was not
     * accepted at all, or stays in the buffer as a whole, and is written by the next operation; {@link #buffered()} shows which.
     *
     * @param item as for {@link #feed}
     * @return a future that borrows this writer
     */
    public TryFuture<Void, IOException> send(T item) {
        Objects.requireNonNull(item, "item");
        boolean[] fed = new boolean[1];
        return new Transfer<>(
                "FramedWriter.send",
                cx -> {
                    if (!fed[0]) {
                        if (pollFeed(item, cx).isPending()) {
                            return Poll.pending();
                        }
                        fed[0] = true;
                    }
                    return outgoing.flush(cx);
                },
                outgoing.writing,
                outgoing.flushing);
    }

    private Poll<Void> pollFeed(T item, Context cx) throws Exception {
        if (outgoing.makeRoom(cx).isPending()) {
            return Poll.pending();
        }
        outgoing.accept(encoder.encode(item));
        return Poll.ready(null);
    }

    /**
     * Writes and flushes everything that was accepted. The future's value is null. Cancel-safe.
     *
     * @return a future that borrows this writer
     */
    public TryFuture<Void, IOException> flush() {
        return new Transfer<>("FramedWriter.flush", outgoing::flush, outgoing.writing, outgoing.flushing);
    }

    /**
     * Writes everything that was accepted, and ends the output: see {@link AsyncWrite#shutdown()}. The future's value is null. Cancel-safe.
     *
     * @return a future that borrows this writer
     */
    public TryFuture<Void, IOException> shutdown() {
        return new Transfer<>("FramedWriter.shutdown", outgoing::shutdown, outgoing.writing, outgoing.ending);
    }

    /**
     * How many bytes the buffer has.
     *
     * @return the number of those that were accepted and not written
     */
    public int buffered() {
        return outgoing.size();
    }

    @Override
    public String toString() {
        return "FramedWriter[" + buffered() + " bytes]";
    }
}
