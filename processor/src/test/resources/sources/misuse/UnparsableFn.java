package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Good Java that JavaParser does not accept: it takes {@code 1 -> 2} for a lambda. */
final class UnparsableFn {
    @AsyncFn
    int load(CompletableFuture<Integer> f) {
        return switch (await(f)) {
            case Long.SIZE == 64 ? 0 : 1 -> 2;
            default -> 3;
        };
    }

    @AsyncFn
    int fine(CompletableFuture<Integer> f) {
        return await(f) + UnparsableFnAsync.load(this, f).hashCode();
    }
}
