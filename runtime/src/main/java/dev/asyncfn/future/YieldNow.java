package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;

/** Pending once, having woken its task. */
final class YieldNow extends OwnedFuture<Void> implements Traced {
    private static final Poll<Void> READY = Poll.ready(null);

    private boolean yielded;
    private boolean ended;

    @Override
    public Poll<Void> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        if (yielded) {
            ended = true;
            return READY;
        }
        yielded = true;
        cx.waker().wakeByRef();
        return Poll.pending();
    }

    @Override
    public void drop() {
        ended = true;
    }

    @Override
    public String state() {
        if (ended) {
            return "DONE";
        }
        return yielded ? "yieldNow, yielded" : "yieldNow";
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
