package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Uncaught;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A read or a write of a pipe. It is done by the poll that is ready, and no other has done any of it. */
final class PipeOperation extends OwnedFuture<Integer> implements TryFuture<Integer, IOException>, Traced {
    private final Pipe pipe;
    private final ByteBuffer buffer;
    private final boolean writes;
    private boolean ended;

    PipeOperation(Pipe pipe, ByteBuffer buffer, boolean writes) {
        this.pipe = pipe;
        this.buffer = buffer;
        this.writes = writes;
    }

    @Override
    public Poll<Integer> poll(Context cx) throws IOException {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        boolean waits = false;
        try {
            if (writes) {
                pipe.enterWrite(this);
            } else {
                pipe.enterRead(this);
            }
            if (!cx.hasBudgetRemaining()) { // checked first: a transfer cannot be kept back
                waits = true;
                cx.proceed();
                return Poll.pending();
            }
            int count = transfer(cx);
            waits = count == Pipe.WAIT;
            return waits ? Poll.pending() : Poll.ready(count);
        } finally {
            if (!waits) {
                Uncaught.drop(this);
            }
        }
    }

    private int transfer(Context cx) throws IOException {
        int count = tryOnce();
        if (count == Pipe.WAIT) {
            (writes ? pipe.writer : pipe.reader).register(cx.waker());
            count = tryOnce(); // the other end may have come in between
        }
        if (count != Pipe.WAIT) {
            cx.proceed();
        }
        if (count > 0) {
            wakeOtherEnd();
        }
        return count;
    }

    /** A waker written by hand that throws must not lose the number of bytes. */
    private void wakeOtherEnd() {
        try {
            (writes ? pipe.reader : pipe.writer).wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    private int tryOnce() throws IOException {
        return writes ? pipe.tryWrite(buffer) : pipe.tryRead(buffer);
    }

    @Override
    public void drop() {
        ended = true;
        pipe.leave(this);
    }

    @Override
    public String state() {
        return ended ? "DONE" : writes ? "DuplexStream.write" : "DuplexStream.read";
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
