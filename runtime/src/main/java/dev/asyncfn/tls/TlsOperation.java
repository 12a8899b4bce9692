package dev.asyncfn.tls;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Uncaught;
import java.io.IOException;

/** An operation of a connection. Both directions share the engine, so that only one is polled at a time. */
final class TlsOperation<T> extends OwnedFuture<T> implements TryFuture<T, IOException>, Traced {
    /** The operation, as far as it gets in one poll. */
    interface Body<T> {
        Poll<T> poll(Context cx) throws Exception;
    }

    private final Shared shared;
    private final Shared.Side side;
    private final String name;
    private final Body<T> body;
    private boolean ended;

    TlsOperation(Shared shared, Shared.Side side, String name, Body<T> body) {
        this.shared = shared;
        this.side = side;
        this.name = name;
        this.body = body;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        boolean waits = false;
        try {
            shared.reserve(side, this);
            shared.place(side).register(cx.waker()); // first, so that the task that is in the engine finds it
            waits = !shared.enter();
            if (waits) {
                return Poll.pending();
            }
            Poll<T> outcome = pollInside(cx);
            waits = outcome.isPending();
            return outcome;
        } finally {
            if (!waits) {
                Uncaught.drop(this);
            }
        }
    }

    private Poll<T> pollInside(Context cx) throws Exception {
        Shared.Snapshot before = shared.snapshot();
        try {
            return body.poll(cx.withWaker(shared.waker()));
        } finally {
            shared.leave(side, before);
        }
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            shared.release(this);
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : name;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
