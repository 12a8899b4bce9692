package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;


/** Another class of the package of {@link DirectCalls}. */
final class Sibling {
    private Sibling() {}

    @AsyncFn
    static int help(Trace t) {
        return DirectCalls.one(t) + await(t.leaf("help", 1));
    }
}
