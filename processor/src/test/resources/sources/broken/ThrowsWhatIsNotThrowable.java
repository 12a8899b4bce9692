import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

public final class Q {
    @AsyncFn
    static Object g(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object type(Future<Object> f) throws String {
        return await(f);
    }

    @AsyncFn
    static <T> Object variable(Future<Object> f) throws T {
        return await(f);
    }
}
