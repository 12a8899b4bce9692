package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** Ends the output of a stream, within a bound, and closes the stream in any case. */
final class OrderlyClose extends OwnedFuture<Boolean> implements TryFuture<Boolean, IOException>, Traced {
    /** Null once it is closed. */
    private ByteStream stream;

    private final Duration bound;

    /** These two are there from the first poll on; the second is null again once it has ended. */
    private Sleep patience;

    private TryFuture<Void, IOException> ending;

    /** Whether the output has ended. */
    private boolean inOrder;

    OrderlyClose(ByteStream stream, Duration bound) {
        this.stream = stream;
        this.bound = Objects.requireNonNull(bound, "bound");
    }

    @Override
    public Poll<Boolean> poll(Context cx) throws Exception {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        boolean waits;
        try {
            waits = !isOver(cx);
        } catch (Throwable failure) {
            close(new Drops(failure));
            throw failure;
        }
        if (waits) {
            return Poll.pending();
        }
        close(new Drops(null));
        return Poll.ready(inOrder);
    }

    private boolean isOver(Context cx) throws Exception {
        if (patience == null) {
            patience = Sleep.of(bound);
            ending = stream.shutdown();
        }
        boolean hadBudget = cx.hasBudgetRemaining();
        try {
            inOrder = ending.poll(cx).isReady();
        } catch (IOException broken) {
            ending = null; // it has ended: the connection is broken, which is why it cannot be told
            return true;
        }
        if (inOrder) {
            ending = null;
            return true;
        }
        // A stream that is never idle leaves no budget for the sleep.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        return neverIdle && patience.isElapsed() || patience.poll(cx).isReady();
    }

    /** Lets go of everything, and throws the first failure. */
    private void close(Drops drops) {
        ByteStream closed = stream;
        Future<?> unended = ending;
        stream = null;
        ending = null;
        drops.drop(unended);
        drops.drop(patience);
        try {
            closed.close();
        } catch (Throwable thrown) {
            drops.and(thrown);
        }
        drops.rethrow();
    }

    /** It takes no longer than its bound, so it goes on. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return stream == null || poll(cx).isReady() ? Poll.ready(null) : Poll.pending();
    }

    @Override
    public void drop() {
        if (stream != null) {
            close(new Drops(null));
        }
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "close of " + stream;
    }

    @Override
    public Future<?> awaited() {
        return ending;
    }
}
