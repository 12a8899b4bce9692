import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

public final class Q {
    @AsyncFn
    static Object g(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object constructor(Future<Object> f) {
        class Local {
            Local();
        }
        return await(f);
    }

    @AsyncFn
    static Object superclass(Future<Object> f) {
        class Local extends int {}
        return await(f);
    }

    @AsyncFn
    static Object annotationType(Future<Object> f) {
        @interface Local {
            int x();
        }
        return await(f);
    }
}
