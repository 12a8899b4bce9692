package lesson_14_join_select;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;

/** Two futures in one task: first whichever is ready first, then both. */
final class JoinAndSelect {
    private JoinAndSelect() {}

    @AsyncFn
    static String joined(Future<String> a, Future<String> b) {
        var pair = await(Futures.join(a, b));
        return pair.first() + " and " + pair.second();
    }

    @AsyncFn
    static String selected(Future<String> a, Future<String> b) {
        Either<String, String> first = await(Futures.select(a, b));
        if (first instanceof Either.Left<String, String> left) {
            return left.value() + " first, then " + await(b);
        }
        return "the other way round, then " + await(a);
    }

    @AsyncFn
    static String both() {
        String one = await(selected(a(), b()));
        String two = await(joined(a(), b()));
        return one + "; " + two;
    }

    static Future<String> a() {
        return later("A");
    }

    static Future<String> b() {
        return later("B");
    }

    public static void main(String[] args) {
        Async.blockOn(JoinAndSelectAsync.both());
    }
}
