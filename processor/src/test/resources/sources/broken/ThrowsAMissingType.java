import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }

    @AsyncFn
    static int h() throws Missing {
        return 1;
    }
}
