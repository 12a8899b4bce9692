package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;

/** Pending once, having woken its task. */
final class YieldNow extends OwnedFuture<Void> {
    private boolean yielded;

    @Override
    public Poll<Void> poll(Context cx) {
        if (yielded) {
            return Poll.ready(null);
        }
        yielded = true;
        cx.waker().wakeByRef();
        return Poll.pending();
    }
}
