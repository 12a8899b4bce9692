import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** The future of its async fn would have its own name, and hide it. */
final class NamesakeFuture {
    private static int hidden = 1;

    @Case
    @AsyncFn
    static int namesake(Trace t) {
        return await(t.leaf("n", 2)) + hidden;
    }

    @AsyncFn
    int ofAnInstance(Trace t) {
        return await(t.leaf("n", 3)) + hidden;
    }

    @Case
    @AsyncFn
    static int both(Trace t) {
        return await(namesake(t)) + await(new NamesakeFuture().ofAnInstance(t));
    }
}
