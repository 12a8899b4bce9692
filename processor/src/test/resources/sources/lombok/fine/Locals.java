import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.val;

final class Locals {
    @AsyncFn
    static String inferred(Future<Integer> f) {
        val n = await(f);
        val list = new ArrayList<Map<String, Integer>>();
        list.add(Map.of("k", n));
        lombok.val /* "val x" is text */ qualified = List.of(n, await(f));
        var text = "val text = 1;";
        int sum = 0;
        for (val map : list) {
            sum += map.get("k") + await(f);
        }
        for (lombok.val x : qualified) sum += x;
        Runnable r = () -> { val inner = n + 1; list.add(Map.of("r", inner)); };
        r.run();
        text += await(f);
        return text + sum + list + n.getClass();
    }

    public static String direct() throws Exception {
        return String.valueOf(inferred(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(LocalsAsync.inferred(Future.ready(2))));
    }
}
