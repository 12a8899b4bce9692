package dev.asyncfn.transfer;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * A read or a write that is repeated until a buffer is full or empty. Not exported.
 *
 * <p>One that is ready without having moved a byte, as a stream written by hand may be, is a failure: it would be repeated for ever, in a single
 * poll. Rust's {@code WriteZero}.
 */
public final class ByteStep extends Step<Integer> {
    private final Supplier<ByteBuffer> buffer;
    private final boolean reads;

    private ByteStep(Supplier<? extends Future<Integer>> start, Supplier<ByteBuffer> buffer, boolean reads) {
        super(start);
        this.buffer = buffer;
        this.reads = reads;
    }

    /**
     * A free place for a read.
     *
     * @param start makes the read, which has done nothing yet
     * @param buffer what it reads into
     * @return a new place
     */
    public static ByteStep reading(Supplier<? extends Future<Integer>> start, Supplier<ByteBuffer> buffer) {
        return new ByteStep(start, buffer, true);
    }

    /**
     * A free place for a write.
     *
     * @param start makes the write, which has done nothing yet
     * @param buffer what it writes
     * @return a new place
     */
    public static ByteStep writing(Supplier<? extends Future<Integer>> start, Supplier<ByteBuffer> buffer) {
        return new ByteStep(start, buffer, false);
    }

    @Override
    public Poll<Integer> poll(Context cx) throws Exception {
        int before = buffer.get().remaining();
        Poll<Integer> outcome = super.poll(cx);
        if (outcome instanceof Poll.Ready<Integer> ready && !(reads && ready.value() < 0)) {
            checkProgress(ready.value(), before, buffer.get());
        }
        return outcome;
    }

    /**
     * Checks the outcome of a transfer that has not found the end.
     *
     * @param count what the stream has returned
     * @param before what remained in the buffer before
     * @param buffer the buffer
     * @throws IOException if no byte was moved, though there were bytes or space
     */
    public static void checkProgress(int count, int before, ByteBuffer buffer) throws IOException {
        if (before > 0 && buffer.remaining() == before) {
            throw new IOException("a read or write was ready with " + count
                    + ", and has moved no byte: a stream has to wait until it can move one");
        }
    }
}
