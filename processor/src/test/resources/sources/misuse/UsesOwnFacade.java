package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;

/** The signatures name what this very round generates. */
final class UsesOwnFacade {
    @AsyncFn
    int one() {
        return 1;
    }

    @AsyncFn
    int inSignature(UsesOwnFacadeAsync.OneFuture future) {
        return await(future);
    }
}
