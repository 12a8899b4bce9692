package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** What javac has to say is all that is said. */
final class BrokenBody {
    @AsyncFn
    int broken(CompletableFuture<Integer> f) {
        int count = "one";
        return missing;
    }

    @AsyncFn
    int fine(CompletableFuture<Integer> f) {
        return await(f);
    }

    BrokenBodyAsync.BrokenFuture future = BrokenBodyAsync.broken(this, null);
    BrokenBodyAsync.FineFuture fine = BrokenBodyAsync.fine(this, null);
}
