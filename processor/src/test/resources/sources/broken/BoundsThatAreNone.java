import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

public final class Q {
    @AsyncFn
    static Object g(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static <T extends int> Object primitive(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static <T extends int[]> Object array(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static <T extends Runnable & int> Object inAnIntersection(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static <T extends String & Integer> Object twoClasses(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static <T, U extends T & Runnable> Object variableAndMore(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object outside(Enum<String> e, Future<Object> f) {
        return await(f);
    }

    static final class Inner<T extends int> {
        @AsyncFn
        Object ofTheClass(Future<Object> f) {
            return await(f);
        }
    }
}
