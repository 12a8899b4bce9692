import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q {
    int x = "s";

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
    static int i(Future<Integer> f, boolean b) {
        int x;
        if (b) {
            return x + await(f);
        }
    }

    @AsyncFn
    static void k(Future<Integer> f) {
        int count = 1;
        count = 2;
        Runnable r = () -> System.out.println(count);
        while (true) {
            await(f);
        }
        int x = 0;
    }
}
