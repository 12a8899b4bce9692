package bodies.names;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;


/** A method that is called await and is not the one. */
final class UserAwait {
    private UserAwait() {}

    private static int await(int n) {
        return n + 1000;
    }

    private static String await(dev.asyncfn.Future<?> f) {
        return "mine";
    }

    static final class Door {
        String await(String s) {
            return "door " + s;
        }
    }

    @Case
    @AsyncFn
    static String isLeftAlone(Trace t) {
        int a = await(Async.await(t.leaf("a", 1)));
        String s = await(t.leaf("never", 2));
        return a + s + new Door().await(Async.await(t.leaf("b", "b"))) + Async.await(t.leaf("c", 3));
    }
}
