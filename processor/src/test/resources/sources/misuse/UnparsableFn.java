package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Good Java that JavaParser does not accept: it takes the type of {@code t} for {@code int}. */
final class UnparsableFn {
    @AsyncFn
    int load(CompletableFuture<Integer> f) {
        record Ids(int... t) {
            @Override
            public int[] t() {
                return t.clone();
            }
        }
        return new Ids(await(f)).t().length;
    }

    @AsyncFn
    int fine(CompletableFuture<Integer> f) {
        return await(f) + UnparsableFnAsync.load(this, f).hashCode();
    }
}
