import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

public final class Q {
    @AsyncFn
    static Object g(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object one(void v, Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object array(void[] v, Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object varargs(Future<Object> f, void... v) {
        return await(f);
    }

    @AsyncFn
    static void[] result(Future<Object> f) {
        return await(f);
    }
}
