package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import elsewhere.Loader;

/** The other class is compiled because this one names it, which processors do not get to see. */
final class MissingFacade {
    @AsyncFn
    int load(Loader loader) {
        Runnable blocks = () -> loader.load(0);
        blocks.run();
        return loader.load(1) + await(loader.load(2));
    }
}
