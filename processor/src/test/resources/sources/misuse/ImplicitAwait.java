package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;

/** Nothing to say of it, unless {@code asyncfn.explicitAwait=warn}. */
final class ImplicitAwait {
    @AsyncFn
    int load(int id) {
        return id;
    }

    @AsyncFn
    void store(int id) {}

    @AsyncFn
    int both(boolean first) {
        store(1);
        load(1);
        return await(load(2)) + await(first ? load(3) : (load(4))) + load(await(load(load(5))));
    }
}
