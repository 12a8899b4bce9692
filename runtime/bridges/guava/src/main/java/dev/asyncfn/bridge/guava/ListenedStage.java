package dev.asyncfn.bridge.guava;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.CompletableFuture;

/** Completes as a {@code ListenableFuture} does, and cancels it when it is cancelled itself. */
final class ListenedStage<T> extends CompletableFuture<T> {
    private final ListenableFuture<T> listenable;

    ListenedStage(ListenableFuture<T> listenable) {
        this.listenable = listenable;
        Futures.addCallback(
                listenable,
                new FutureCallback<T>() {
                    @Override
                    public void onSuccess(T value) {
                        complete(value);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        completeExceptionally(failure);
                    }
                },
                MoreExecutors.directExecutor());
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            listenable.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
