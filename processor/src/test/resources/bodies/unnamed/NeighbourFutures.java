import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** A class of this package has the name that the future of one of its async fns would have. */
final class NeighbourFutures {
    private NeighbourFutures() {}

    @AsyncFn
    static LoadFuture<String> load(Trace t, LoadFuture<String> same) {
        return await(t.leaf("same", same));
    }

    @Case
    @AsyncFn
    static String usesTheClass(Trace t) {
        var made = new LoadFuture<>("value");
        await(t.tick("t"));
        LoadFuture<String> loaded = load(t, made);
        return loaded.value + LoadFuture.CONSTANT + new LoadFuture.Nested() + await(load(t, loaded)).value;
    }
}
