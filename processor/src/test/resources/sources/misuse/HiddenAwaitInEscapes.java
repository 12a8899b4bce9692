package misuse;

import static dev.asyncfn.Async.\u0061wait;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

final class HiddenAwaitInEscapes {
    private static int await(Object o) {
        return 1;
    }

    @AsyncFn
    static String load(CompletableFuture<String> f) {
        String s = await /* ( */ \u0028f);
        return s;
    }
}
