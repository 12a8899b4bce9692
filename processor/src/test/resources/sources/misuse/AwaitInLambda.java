package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A lambda runs when, where and as often as its receiver likes. */
final class AwaitInLambda {
    @AsyncFn
    int load(CompletableFuture<Integer> f) {
        Supplier<Integer> expression = () -> 1 + await(f);
        Supplier<Integer> block = () -> {
            try {
                return await(f);
            } finally {
                f.cancel(true);
            }
        };
        Supplier<Supplier<Integer>> nested = () -> () -> await(f);
        return expression.get() + block.get() + nested.get().get();
    }
}
