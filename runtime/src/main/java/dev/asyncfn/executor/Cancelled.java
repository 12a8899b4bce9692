package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RepeatableFuture;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.waker.WakerSlot;

/** Ready once a token has been cancelled. tokio-util's {@code WaitForCancellationFuture}. */
final class Cancelled implements RepeatableFuture<Void>, Traced {
    private final CancellationToken token;
    private final WakerSlot waker = new WakerSlot();
    /** Whether the token may know of this. */
    private boolean added;
    /** Whether a second task was refused, which may drop this while the first waits. */
    private boolean refused;

    Cancelled(CancellationToken token) {
        this.token = token;
    }

    @Override
    public Poll<Void> poll(Context cx) {
        if (!isCancelled(cx) || !cx.proceed()) {
            return Poll.pending();
        }
        leaveToken();
        waker.ready(cx.waker(), this);
        return Poll.ready(null);
    }

    /** Whether the token has been cancelled; if not, the context's waker is woken when it is. Does not spend of the budget. */
    boolean isCancelled(Context cx) {
        if (token.isCancelled()) {
            return true;
        }
        refuseSecond(cx);
        try {
            waker.register(cx.waker());
            added = added || token.add(this);
        } catch (Throwable thrown) { // by a waker written by hand, for instance
            new Drops(thrown).drop(this);
            throw thrown;
        }
        return token.isCancelled();
    }

    private void refuseSecond(Context cx) {
        try {
            waker.refuseSecond(cx.waker(), this);
        } catch (IllegalStateException another) {
            refused = true;
            throw another;
        }
    }

    void wake() {
        waker.wake();
    }

    @Override
    public void drop() {
        if (refused && waker.isAwaited(this)) {
            return;
        }
        leaveToken();
        waker.drop();
    }

    private void leaveToken() {
        if (added) {
            added = false;
            token.remove(this);
        }
    }

    @Override
    public String toString() {
        return "CancellationToken.cancelled";
    }

    @Override
    public String state() {
        return "CancellationToken.cancelled, " + (token.isCancelled() ? "it is" : "it is not");
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
