package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** What JavaParser does not accept: javac overlooks a character that joins others, and then sees the keyword. */
final class UnparsableFn {
    @AsyncFn
    int load(CompletableFuture<Integer> f) {
        re\u200dturn await(f);
    }

    @AsyncFn
    int fine(CompletableFuture<Integer> f) {
        return await(f) + UnparsableFnAsync.load(this, f).hashCode();
    }
}
