import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q extends P {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }

    @AsyncFn
    String g(int i) {
        return "";
    }

    @AsyncFn
    int k() {
        return 1;
    }

    @AsyncFn
    @Override
    int q() {
        return 1;
    }
}

class P {
    final String g(int i) {
        return null;
    }

    String k() {
        return null;
    }
}
