package pages;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** A loop that awaits. */
final class Sum {
    private Sum() {}

    @AsyncFn
    static int sum(int n) {
        int total = 0;
        for (int i = 0; i < n; i++) {
            total += await(read(i)).length();
        }
        return total;
    }

    static Future<String> read(int id) {
        return Future.ready("n" + id);
    }
}
