package dev.asyncfn.bridge.micrometer;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.future.Futures;

/** An async fn that reads what a library keeps in a thread local. */
final class Bodies {
    static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private Bodies() {}

    @AsyncFn
    static String seen() {
        String before = TRACE.get();
        Async.await(Futures.yieldNow());
        return before + ", " + TRACE.get();
    }
}
