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

    static <T extends Comparable<T>> T max(List<T> l) {
        return null;
    }

    @AsyncFn
    static Object h() {
        return max(List.of(new Object()));
    }
}
