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
    static int h(Future<Integer> f) {
        await(f);
    }

    @AsyncFn
    static int i(Future<Integer> f) {
        int x;
        return x + await(f);
    }

    @AsyncFn
    static int j(Future<Integer> f) {
        if (await(f) > 0) {
            return 1;
        }
        throw new java.io.IOException();
    }

    @AsyncFn
    static void k(Future<Integer> f) {
        while (true) {
            await(f);
        }
        int x = 0;
    }
}
