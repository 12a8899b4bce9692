package misuse;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Whoever calls a method reference is not suspended. */
final class AwaitReference {
    @AsyncFn
    int load(List<CompletableFuture<Integer>> all) {
        Function<CompletableFuture<Integer>, Integer> value = Async::await;
        return value.apply(all.get(0));
    }
}
