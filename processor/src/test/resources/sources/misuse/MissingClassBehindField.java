package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Names a class that does not exist, and in a declaration its own facade. */
final class MissingClassBehindField {
    private final CompletableFuture<Integer> f = new CompletableFuture<>();

    /** The facade is missing, because of {@code Strng}. */
    final MissingClassBehindFieldAsync.BrokenFuture future = null;

    @AsyncFn
    Integer broken() {
        Strng text = null;
        return await(f);
    }
}
