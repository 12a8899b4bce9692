package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The code of a class in an async fn is not the async fn's own. */
final class AwaitInClass {
    @AsyncFn
    int anonymous(CompletableFuture<Integer> f) {
        Supplier<Integer> later = new Supplier<>() {
            @Override
            public Integer get() {
                return await(f);
            }
        };
        return later.get();
    }

    @AsyncFn
    int local(CompletableFuture<Integer> f) {
        record Loader(CompletableFuture<Integer> f) {
            int load() {
                return await(f);
            }
        }
        enum Source {
            DISK;

            int load(CompletableFuture<Integer> f) {
                return await(f);
            }
        }
        return new Loader(f).load() + Source.DISK.load(f);
    }
}
