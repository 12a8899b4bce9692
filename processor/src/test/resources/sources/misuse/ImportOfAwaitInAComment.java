package misuse;

/*
import static dev.asyncfn.Async.await;
*/

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

final class ImportOfAwaitInAComment {
    static final String TEXT = """
            import static dev.asyncfn.Async.*;
            """;

    static String await(Object o) {
        return "mine";
    }

    @AsyncFn
    static String load(CompletableFuture<String> stage) {
        return await(stage) + TEXT;
    }
}
