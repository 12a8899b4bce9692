package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.util.function.Supplier;

/** A value where a future is meant: javac says the one, the processor the other. */
final class FutureErrors {
    static <T> Future<T> logged(Future<T> future) {
        return future;
    }

    static Future<Object> all(Future<?>... futures) {
        return null;
    }

    static <T> Future<T> retry(int attempts, Supplier<? extends Future<T>> attempt) {
        return attempt.get();
    }

    static int number(int n) {
        return n;
    }

    @AsyncFn
    String get(int n) {
        return "v" + n;
    }

    @AsyncFn
    static void store(String s) {}

    @AsyncFn
    Object meantFutures() {
        Future<String> future = get(1);
        Object logged = await(logged(get(2)));
        Object all = await(all(this.get(3), (get(4))));
        Object retried = await(retry(3, () -> await(get(5))));
        await(store("x"));
        return number(get(6));
    }
}
