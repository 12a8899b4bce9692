package bodies.facade;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;

/** Bodies that use the generated factories and futures by name. */
final class CallsFactories {
    private final int base = 100;
    private final Trace t;

    CallsFactories(Trace t) {
        this.t = t;
    }

    @AsyncFn
    static int one(Trace t, String name) {
        return await(t.leaf(name, 1));
    }

    @AsyncFn
    int add(int n) {
        return base + await(t.leaf("add", n));
    }

    @Case
    @AsyncFn
    static int createdNowAndAwaitedLater(Trace t) {
        var a = CallsFactoriesAsync.one(t, "a");
        CallsFactoriesAsync.OneFuture b = CallsFactoriesAsync.one(t, "b");
        t.log("nothing has run");
        return await(b) * 10 + await(a);
    }

    @Case
    @AsyncFn
    int ofThisInstance() {
        Future<Integer> f = CallsFactoriesAsync.add(this, 5);
        return await(f) + await(CallsFactoriesAsync.add(this, await(t.leaf("n", 6))));
    }

    @Case
    @AsyncFn
    static int factoryAsAMethodReference(Trace t) {
        Function<String, Future<Integer>> f = name -> CallsFactoriesAsync.one(t, name);
        int n = await(f.apply("a"));
        return n + await(f.apply("b"));
    }
}
