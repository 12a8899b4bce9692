package dev.asyncfn.bridge.kotlin;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import java.util.concurrent.CancellationException;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.future.FutureKt;

/** The outcome of a coroutine, which is given up together with this. */
final class DeferredFuture<T> extends OwnedFuture<T> {
    private final Deferred<T> deferred;
    /** Cancels the coroutine when it is dropped. */
    private final Future<T> outcome;

    private boolean ended;

    DeferredFuture(Deferred<T> deferred) {
        this.deferred = deferred;
        this.outcome = Future.from(FutureKt.asCompletableFuture(deferred));
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        deferred.start();
        ended = true;
        Poll<T> poll = outcome.poll(cx);
        ended = poll.isReady();
        return poll;
    }

    @Override
    public void drop() {
        ended = true;
        outcome.drop();
    }

    /** Cancels the coroutine, but not the stage of its outcome, which then completes once the coroutine has ended. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (ended) {
            return Poll.ready(null);
        }
        deferred.cancel((CancellationException) null);
        Poll<T> last;
        try {
            last = poll(cx);
        } catch (CancellationException cancelled) {
            return Poll.ready(null);
        }
        if (last instanceof Poll.Ready<T> ready) {
            undelivered().release(ready.value());
        }
        return last.map(value -> null);
    }
}
