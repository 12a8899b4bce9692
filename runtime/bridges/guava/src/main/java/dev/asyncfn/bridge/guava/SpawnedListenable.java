package dev.asyncfn.bridge.guava;

import com.google.common.util.concurrent.AbstractFuture;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Completes as the stage of a task does, and aborts the task when it is cancelled. */
final class SpawnedListenable<T> extends AbstractFuture<T> {
    private final CompletableFuture<T> task;

    SpawnedListenable(CompletableFuture<T> task) {
        this.task = task;
        task.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException && task.isCancelled()) {
                cancel(false);
            } else if (failure != null) {
                setException(failure);
            } else {
                set(value);
            }
        });
    }

    @Override
    protected void afterDone() {
        if (isCancelled()) {
            task.cancel(true);
        }
    }
}
