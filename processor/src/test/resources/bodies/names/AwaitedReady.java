package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What is awaited is called like what the generated code calls its results. */
final class AwaitedReady {
    private AwaitedReady() {}

    @Case
    @AsyncFn
    static int awaitedByTheNameOfReady(Trace t) {
        return await(Future.ready(1)) + await(t.leaf("two", 2));
    }

    private static Future<Integer> ready(Trace t, String name) {
        return t.leaf(name, 3);
    }

    private static Future<Integer> child(Trace t) {
        return t.leaf("child", 4);
    }

    @Case
    @AsyncFn
    static int awaitedByOtherNamesOfTheMachine(Trace t) {
        int n = 0;
        for (int i = 0; i < 2; i++) n += await(ready(t, "r" + i)) + await(child(t));
        return n;
    }

    @Case
    @AsyncFn
    static int awaitedByAQualifiedNameInALoop(Trace t) {
        int n = await(t.leaf("n", 0));
        for (int i = 0; i < 3; i++) n += await(dev.asyncfn.Future.ready(i & 1));
        return n;
    }
}
