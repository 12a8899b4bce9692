package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Another file with a mistake. */
final class SecondFile {
    @AsyncFn
    native int load(int id);

    @AsyncFn
    int inLambda(CompletableFuture<Integer> f) {
        Supplier<Integer> later = () -> await(f);
        return later.get();
    }
}
