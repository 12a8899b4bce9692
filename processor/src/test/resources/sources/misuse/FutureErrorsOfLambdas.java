package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.function.Supplier;

/** A value where a lambda is to give a future, and in arrays of futures. */
final class FutureErrorsOfLambdas {
    static <T> Future<T> retry(int attempts, Supplier<? extends Future<T>> attempt) {
        return attempt.get();
    }

    static Future<String> once(Supplier<Future<String>> attempt) {
        return attempt.get();
    }

    static String text(Supplier<String> text) {
        return text.get();
    }

    @AsyncFn
    static String get(int n) {
        return "v" + n;
    }

    @AsyncFn
    static Object lambdas() {
        Object retried = await(retry(3, () -> get(1)));
        Object once = await(once(() -> {
            return get(2);
        }));
        Supplier<Future<String>> later = () -> get(3);
        return "" + retried + once + text(() -> get(4));
    }

    @AsyncFn
    static Object arrays() {
        Future<?>[] futures = {get(5), get(6)};
        Future<?>[][] more = {new Future<?>[] {get(7)}, {get(8)}};
        return await(futures[0]);
    }
}
