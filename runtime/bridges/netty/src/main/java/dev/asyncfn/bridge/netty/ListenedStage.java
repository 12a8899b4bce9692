package dev.asyncfn.bridge.netty;

import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;

/** Completes as a future of Netty does, and cancels it when it is cancelled itself. */
final class ListenedStage<T> extends CompletableFuture<T> {
    private final Future<T> netty;

    ListenedStage(Future<T> netty) {
        this.netty = netty;
        netty.addListener(done -> {
            if (netty.isSuccess()) {
                complete(netty.getNow());
            } else {
                completeExceptionally(netty.cause());
            }
        });
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            netty.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
