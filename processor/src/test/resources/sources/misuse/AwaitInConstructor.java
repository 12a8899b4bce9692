package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** An object cannot be suspended while it is made. */
final class AwaitInConstructor {
    @AsyncFn
    int constructor(CompletableFuture<Integer> f) {
        class Local {
            final int value;

            Local(int value) {
                this.value = value;
            }

            Local() {
                this(await(f));
            }
        }
        record Positive(CompletableFuture<Integer> f) {
            Positive {
                if (await(f) < 0) {
                    throw new IllegalArgumentException();
                }
            }
        }
        return new Local().value + new Positive(f).hashCode();
    }

    @AsyncFn
    int initializer(CompletableFuture<Integer> f) {
        class Local {
            int field = await(f);

            {
                field += await(f);
            }
        }
        enum Source {
            DISK(await(CompletableFuture.completedFuture(1)));

            final int value;

            Source(int value) {
                this.value = value;
            }
        }
        return new Local().field + Source.DISK.value;
    }
}
