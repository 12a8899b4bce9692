package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Names classes that another processor writes in the first round, and the facade itself. */
final class UsesGenerated {
    @AsyncFn
    int inBody(CompletableFuture<Integer> f) {
        return new Written().value() + await(f);
    }

    @AsyncFn
    int inSignature(Written written) {
        return written.value() + await(UsesGeneratedAsync.inBody(this, null));
    }
}
