package dev.asyncfn.interop;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import java.util.concurrent.CompletableFuture;

/** Completes with the outcome of a task. */
final class SpawnedStage<T> extends CompletableFuture<T> {
    private final JoinHandle<T> task;

    SpawnedStage(JoinHandle<T> task) {
        this.task = task;
    }

    void start() {
        whenComplete((value, failure) -> task.abort()); // completed from outside; has no effect on a finished task
        advance();
    }

    /** Polls the handle, which wakes this again when there is an outcome. */
    private void advance() {
        try {
            if (task.poll(Context.fromWaker(Waker.of(this::advance))) instanceof Poll.Ready<T> ready) {
                if (!complete(ready.value())) {
                    release(ready.value());
                }
            }
        } catch (JoinException e) {
            if (e.isCancelled()) {
                cancel(false);
            } else if (!completeExceptionally(e.getCause())) {
                // Completed from outside: not reported here, but by the waking thread to the executor's handler.
                throw Sneaky.asIs(e.getCause());
            }
        }
    }

    /** Completed from outside: nobody gets the value. */
    private void release(T value) {
        Drops drops = new Drops(null);
        drops.release(task.undelivered(), value);
        drops.rethrow();
    }
}
