package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

final class HiddenAwait extends CountDownLatch {
    HiddenAwait() {
        super(1);
    }

    @AsyncFn
    String load(CompletableFuture<String> f) {
        String s = await(f);
        return s + await(f.thenApply(x -> x)) + Async.await(f);
    }

    static final class Nested {
        @AsyncFn
        static String load(CompletableFuture<String> f) {
            return await(f);
        }
    }

    static final class Own {
        private int await(Object o) {
            return 1;
        }

        @AsyncFn
        String load(CompletableFuture<String> f) {
            String s = await(f);
            return s;
        }

        @AsyncFn
        static int fromStatic(CompletableFuture<String> f) {
            return await(f);
        }

        @AsyncFn
        String other(CompletableFuture<String> f) {
            String s = Async.await(f.length());
            return s;
        }
    }
}
