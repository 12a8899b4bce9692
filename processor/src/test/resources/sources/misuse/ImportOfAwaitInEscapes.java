package misuse;

\u0069mport stati\u0063 dev . /* Rust's */ asyncfn.Asyn\u0063
        .await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

final class ImportOfAwaitInEscapes {
    static String await(Object o) {
        return "mine";
    }

    @AsyncFn
    static String load(CompletableFuture<String> stage) {
        return await(stage);
    }
}
