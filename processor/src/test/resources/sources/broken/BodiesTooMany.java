import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public abstract class Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }

    @AsyncFn
    abstract int h() { return 1; }

    @AsyncFn
    native int i() { return 1; }
}
