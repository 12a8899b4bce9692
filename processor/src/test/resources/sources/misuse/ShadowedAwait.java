package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;

final class ShadowedAwait {
    static String await(Object o) {
        return "mine";
    }

    static String await(String s, int n) {
        return s + n;
    }

    @AsyncFn
    static int one() {
        return 1;
    }

    @AsyncFn
    static String load(CompletableFuture<String> stage, Future<String> future) {
        String s = await(stage) + await(future) + await(one());
        return s + await("a string") + await("two", 2) + Async.await(stage) + ShadowedAwait.await(future);
    }

    @AsyncFn
    @SuppressWarnings("asyncfn:shadowed_await")
    static String meant(CompletableFuture<String> stage) {
        return await(stage);
    }

    static final class Elsewhere {
        @AsyncFn
        static String load(CompletableFuture<String> stage) {
            return Async.await(stage);
        }
    }
}
