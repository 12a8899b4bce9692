package dev.asyncfn.bridge.guava;

import com.google.common.util.concurrent.AbstractFuture;
import dev.asyncfn.Undelivered;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Completes as the stage of a task does, and aborts the task when it is cancelled. */
final class SpawnedListenable<T> extends AbstractFuture<T> {
    private final CompletableFuture<T> task;

    /**
     * Of a task that runs.
     *
     * @param undelivered how to release a value that came at the moment of the cancellation
     */
    SpawnedListenable(CompletableFuture<T> task, Supplier<Undelivered<? super T>> undelivered) {
        this.task = task;
        task.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException && task.isCancelled()) {
                cancel(false);
            } else if (failure != null) {
                setException(failure);
            } else if (!set(value)) {
                release(undelivered.get(), value);
            }
        });
    }

    private static <T> void release(Undelivered<? super T> how, T value) {
        try {
            how.release(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a value that nobody has taken could not be released", e);
        }
    }

    @Override
    protected void afterDone() {
        if (isCancelled()) {
            task.cancel(true);
        }
    }
}
