package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Where a future is wanted and a value written, and the other way round. */
final class FuturesOfAllSorts {
    @AsyncFn
    static String load() {
        return "loaded";
    }

    @AsyncFn
    static <T> T same(T value) {
        return value;
    }

    @AsyncFn
    static Future<String> returned() {
        return load();
    }

    @AsyncFn
    static void assigned(boolean b) {
        Future<String> one;
        one = load();
        Future<String> other = b ? load() : (same("x"));
    }

    @AsyncFn
    static void added(List<Future<String>> all) {
        all.add(load());
        new ArrayList<>(all).add(same("y"));
    }

    @AsyncFn
    static String awaited(List<java.util.concurrent.Future<String>> all, FutureTask<String> task) {
        for (var one : all) {
            return await(one);
        }
        return await(task);
    }
}
