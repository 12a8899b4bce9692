package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Step;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/** Copies in one direction. */
final class Copy extends OwnedFuture<Long> implements TryFuture<Long, IOException>, Traced {
    private static final int CAPACITY = 8 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);
    private final Step<Integer> reading;
    private final Step<Integer> writing;
    private final Step<Void> flushing;
    private final Step<Void> ending;
    private final boolean shutsDown;
    private final Transfer<Long> transfer;

    /** Whether the buffer is being written. */
    private boolean full;
    /** Whether something was written and not flushed. */
    private boolean unflushed;

    private boolean atEnd;
    private long count;

    /** @param shutsDown whether the output is shut down at the end, and not only flushed */
    Copy(AsyncRead from, AsyncWrite to, boolean shutsDown) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        this.shutsDown = shutsDown;
        reading = ByteStep.reading(() -> from.read(buffer), () -> buffer);
        writing = ByteStep.writing(() -> to.write(buffer), () -> buffer);
        flushing = new Step<>(to::flush);
        ending = new Step<>(to::shutdown);
        transfer = new Transfer<>("copy", this::advance, reading, writing, flushing, ending);
    }

    private Poll<Long> advance(Context cx) throws Exception {
        while (!atEnd) {
            if (full) {
                if (finishFlush(cx).isPending() || write(cx).isPending()) {
                    return Poll.pending();
                }
            } else if (!(reading.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                return flushWhileWaiting(cx);
            } else {
                atEnd = ready.value() < 0;
                full = !atEnd;
                buffer.flip();
            }
        }
        return finishFlush(cx).isPending() || finish(cx).isPending() ? Poll.pending() : Poll.ready(count);
    }

    private Poll<Void> write(Context cx) throws Exception {
        while (buffer.hasRemaining()) {
            if (!(writing.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                return Poll.pending();
            }
            count += ready.value();
            unflushed = true;
        }
        full = false;
        buffer.clear();
        return Poll.ready(null);
    }

    private Poll<Long> flushWhileWaiting(Context cx) throws Exception {
        if (unflushed && flushing.poll(cx).isReady()) {
            unflushed = false;
        }
        return Poll.pending();
    }

    /** A flush that has begun ends before the next write. */
    private Poll<Void> finishFlush(Context cx) throws Exception {
        return flushing.future() == null ? Poll.ready(null) : flushing.poll(cx);
    }

    private Poll<Void> finish(Context cx) throws Exception {
        return shutsDown ? ending.poll(cx) : flushing.poll(cx);
    }

    @Override
    public Poll<Long> poll(Context cx) throws Exception {
        return transfer.poll(cx);
    }

    @Override
    public void drop() {
        transfer.drop();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return transfer.pollDrop(cx);
    }

    @Override
    public String state() {
        return transfer.state();
    }

    @Override
    public Future<?> awaited() {
        return transfer.awaited();
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return transfer.awaitedAll();
    }
}
