package dev.asyncfn.bridge.vertx;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.vertx.VertxBridge.await;

import dev.asyncfn.AsyncFn;
import io.vertx.core.Future;
import java.util.List;

/** Async fns that await what Vert.x has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(Future<String> first, Future<Integer> second) {
        return "name " + await(first) + await(second);
    }

    @AsyncFn
    static String logged(List<String> log, Future<String> value) {
        log.add("begin");
        try {
            return await(value);
        } finally {
            log.add("end");
        }
    }
}
