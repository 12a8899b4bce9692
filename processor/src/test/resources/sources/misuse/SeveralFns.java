package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One compilation tells all. */
class SeveralFns {
    @AsyncFn
    final int inLambda(CompletableFuture<Integer> f) {
        Supplier<Integer> later = () -> await(f);
        return later.get();
    }

    @AsyncFn
    synchronized int locked(CompletableFuture<Integer> f) {
        return await(f);
    }

    @AsyncFn
    final int twice(CompletableFuture<Integer> f) {
        f.join();
        synchronized (this) {
            return await(f);
        }
    }

    @AsyncFn
    final int fine(CompletableFuture<Integer> f) {
        return await(f);
    }

    /** The facade is there all the same. */
    static final Object[] CALLERS = {
        SeveralFnsAsync.inLambda(null, null),
        SeveralFnsAsync.locked(null, null),
        SeveralFnsAsync.twice(null, null),
        SeveralFnsAsync.fine(null, null),
    };
}
