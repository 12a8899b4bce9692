package dev.asyncfn.bridge.guava;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.guava.GuavaBridge.await;

import com.google.common.util.concurrent.ListenableFuture;
import dev.asyncfn.AsyncFn;
import java.util.List;

/** Async fns that await what Guava has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(ListenableFuture<String> first, ListenableFuture<Integer> second) {
        return "name " + await(first) + await(second);
    }

    @AsyncFn
    static String logged(List<String> log, ListenableFuture<String> value) {
        try {
            return await(value);
        } finally {
            log.add("cleanup");
        }
    }
}
