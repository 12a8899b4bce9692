package misuse;

import static dev.asyncfn.Async.await;
import static misuse.written.Base.CONSTANT;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import misuse.written.Base;
import misuse.written.Loader;

/** Each of its classes is written in a round of its own, and one of them has an async fn. */
final class UsesGeneratedRoundByRound extends Base {
    private final Last last = new Last();

    /** Needs what the second round writes, and the facade of it. */
    @AsyncFn
    int load(CompletableFuture<Integer> f, Loader loader) {
        return loader.load(f) + await(misuse.written.LoaderAsync.load(loader, f)) + CONSTANT;
    }

    /** Needs what the third round writes. */
    @AsyncFn
    <T extends Last> T last(CompletableFuture<T> f) {
        T value = await(f);
        return value.equals(last) ? null : value;
    }

    UsesGeneratedRoundByRoundAsync.LastFuture<Last> future = UsesGeneratedRoundByRoundAsync.last(this, null);
}
