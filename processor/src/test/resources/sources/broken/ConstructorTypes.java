import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q {
    Q() { int y = ""; }

    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }
}
