package dev.asyncfn.bridge.netty;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.netty.NettyBridge.await;

import dev.asyncfn.AsyncFn;
import io.netty.util.concurrent.Future;
import java.util.List;

/** Async fns that await what Netty has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(Future<String> first, Future<Integer> second) {
        return "name " + await(first) + await(second);
    }

    @AsyncFn
    static String logged(List<String> log, Future<String> value) {
        log.add("begin on " + Thread.currentThread().getName());
        try {
            String got = await(value);
            log.add("resumed on " + Thread.currentThread().getName());
            return got;
        } finally {
            log.add("cleanup");
        }
    }
}
