import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import java.util.function.Consumer;

public final class Q {
    @AsyncFn
    static Object g(Future<Object> f) {
        return await(f);
    }

    @AsyncFn
    static Object ofAMethod(Future<Object> f) {
        class Local {
            void m(int a, void b) {}
        }
        return await(f);
    }

    @AsyncFn
    static Object ofALambda(Future<Object> f) {
        Consumer<Object> c = (void x) -> {};
        return await(f);
    }

    @AsyncFn
    static Object ofARecord(Future<Object> f) {
        record R(void v) {}
        return await(f);
    }

    @AsyncFn
    static Object ofACatch(Future<Object> f) {
        try {
            return await(f);
        } catch (void e) {
            return null;
        }
    }

    @AsyncFn
    static Object asTypeArgument(Future<Object> f) {
        List<void> list = null;
        return await(f);
    }

    @AsyncFn
    static Object asTypeOfACast(Future<Object> f) {
        Object o = (void) null;
        return await(f);
    }

    @AsyncFn
    static Object ofAnEnumConstant(Future<Object> f) {
        enum E {
            A {
                void m(void v) {}
            }
        }
        return await(f);
    }
}
