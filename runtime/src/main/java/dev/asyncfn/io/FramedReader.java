package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Step;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Reads items, such as lines or frames, from bytes that come in whatever pieces. {@code tokio_util::codec::FramedRead}. For one task at a
 * time, with one operation at a time.
 *
 * @param <T> the type of the items
 */
public final class FramedReader<T> {
    private static final int CAPACITY = 8 * 1024;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private final Decoder<T> decoder;
    /** From {@link #start} to its position are the bytes that are not decoded yet. */
    private ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);

    private int start;
    private boolean atEnd;
    final Step<Integer> reading;

    private FramedReader(AsyncRead from, Decoder<T> decoder) {
        Objects.requireNonNull(from, "from");
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        reading = ByteStep.reading(() -> from.read(buffer), () -> buffer);
    }

    /**
     * A reader of items.
     *
     * @param <T> the type of the items
     * @param from borrowed: nothing else may read from it, or it misses what is in the buffer of this reader
     * @param decoder only for this reader. The buffer is as large as the largest item that the decoder accepts, or 8 KiB
     * @return a new reader
     */
    public static <T> FramedReader<T> of(AsyncRead from, Decoder<T> decoder) {
        return new FramedReader<>(from, decoder);
    }

    /**
     * The next item, or null at the end. Cancel-safe: if dropped before it is ready, no byte and no item is lost.
     *
     * <p>It throws what the stream and the decoder throw. Another call may then continue, if the decoder can; {@link #items()} ends instead.
     *
     * @return a future that borrows this reader
     */
    public TryFuture<T, IOException> next() {
        return new Transfer<>("FramedReader.next", this::pollNext, reading);
    }

    /**
     * All items as a stream, which ends with the first failure.
     *
     * @return a stream that borrows this reader
     */
    public Stream<T> items() {
        return new FrameStream<>(this);
    }

    /**
     * What has been read and not decoded: for a connection that continues with another protocol after this one.
     *
     * @return a copy, without remaining bytes if there are none
     */
    public ByteBuffer undecoded() {
        ByteBuffer rest = view();
        return ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    }

    Poll<T> pollNext(Context cx) throws Exception {
        if (!cx.hasBudgetRemaining()) {
            cx.proceed(); // which has the task polled again
            return Poll.pending();
        }
        for (; ; ) {
            if (reading.future() == null) {
                T item = decode();
                if (item != null || atEnd) {
                    cx.proceed();
                    return Poll.ready(item);
                }
                makeRoom();
            }
            if (!(reading.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                return Poll.pending();
            }
            atEnd = ready.value() < 0;
        }
    }

    private T decode() throws IOException {
        ByteBuffer input = view();
        try {
            return atEnd ? decoder.decodeEnd(input) : decoder.decode(input);
        } finally {
            start = input.position();
        }
    }

    private ByteBuffer view() {
        return buffer.duplicate().flip().position(start);
    }

    private void makeRoom() throws IOException {
        if (start == buffer.position()) {
            buffer = buffer.capacity() > CAPACITY ? ByteBuffer.allocate(CAPACITY) : buffer.clear();
            start = 0;
        } else if (!buffer.hasRemaining() && start > 0) {
            buffer = view().compact();
            start = 0;
        } else if (!buffer.hasRemaining()) {
            grow();
        }
    }

    private void grow() throws IOException {
        if (buffer.capacity() == MAX_CAPACITY) {
            throw new FrameTooLargeException("a frame is larger than an array can be", MAX_CAPACITY);
        }
        int capacity = (int) Math.min(2L * buffer.capacity(), MAX_CAPACITY);
        buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }

    @Override
    public String toString() {
        return "FramedReader[" + (buffer.position() - start) + " bytes]";
    }
}
