package lesson_03_poll_at_once;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** The first future is ready at once: one poll runs past it, to the second. */
final class Price {
    private Price() {}

    @AsyncFn
    static int total(Future<Integer> price, Future<Integer> count) {
        int each = await(price);
        int many = await(count);
        return each * many;
    }

    static Future<Integer> price() {
        return Future.ready(3);
    }

    static Future<Integer> count() {
        return later(4);
    }

    public static void main(String[] args) {
        Async.blockOn(PriceAsync.total(price(), count()));
    }
}
