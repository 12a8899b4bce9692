package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Names a class that does not exist. */
final class MissingClass {
    static Object caller = MissingClassAsync.broken(null);

    @AsyncFn
    static String broken(CompletableFuture<String> f) {
        Strng text = await(f);
        return text;
    }
}
