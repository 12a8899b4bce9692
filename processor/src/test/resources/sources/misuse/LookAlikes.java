package misuse;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Nothing in here is a mistake. */
class LookAlikes {
    private final int blocking;

    /** Outside of async fns an await blocks, and may stand anywhere. */
    LookAlikes(CompletableFuture<Integer> f) {
        synchronized (this) {
            Supplier<Integer> supplier = () -> Async.await(f);
            blocking = supplier.get() + super.hashCode();
        }
    }

    int notAsync(CompletableFuture<Integer> f) throws InterruptedException {
        Thread.sleep(1);
        try {
            return Async.await(f);
        } finally {
            LookAlikesAsync.lookAlikes(this, f);
        }
    }

    /** A method of the user's own is not {@code Async.await}, whatever its name. */
    int await(int value) {
        return value;
    }

    static void sleep(int millis) {}

    @AsyncFn
    final int lookAlikes(CompletableFuture<Integer> f) {
        synchronized (this) {
            sleep(await(1));
        }
        Supplier<Integer> lambda = () -> await(2);
        Supplier<Integer> reference = f::join;
        CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> f.join());
        try {
            return switch (await(3)) {
                case 3 -> await(4) + lambda.get();
                default -> reference.get();
            };
        } catch (IllegalStateException e) {
            return await(5);
        }
    }

    /** What stands around an await is not what it is inside of. */
    @AsyncFn
    final int around(CompletableFuture<Integer> f) {
        Thread thread = new Thread("t" + Async.await(f)) {
            @Override
            public void run() {
                interrupt();
            }
        };
        try {
            thread.start();
        } finally {
            thread.interrupt();
        }
        synchronized (this) {
            notifyAll();
        }
        return Async.await(f);
    }
}
