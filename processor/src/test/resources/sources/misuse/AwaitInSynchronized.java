package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

final class AwaitInSynchronized {
    @AsyncFn
    int load(CompletableFuture<Integer> f) {
        synchronized (this) {
            if (await(f) > 0) {
                return Async.await(f);
            }
        }
        return 0;
    }

    /** The call of an async fn is awaited too, and in vain tried. */
    @AsyncFn
    int direct(CompletableFuture<Integer> f) {
        synchronized (this) {
            try {
                return this.load(f);
            } finally {
                notifyAll();
            }
        }
    }

    /** The monitor of a block is evaluated before it, but this one inside another. */
    @AsyncFn
    int monitor(CompletableFuture<Object> lock) {
        synchronized (await(lock)) {
            synchronized (await(lock)) {
                return 1;
            }
        }
    }
}
