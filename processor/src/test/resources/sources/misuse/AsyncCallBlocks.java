package misuse;

import dev.asyncfn.AsyncFn;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Only the async fn's own calls of async fns are awaited. */
final class AsyncCallBlocks {
    @AsyncFn
    int load(int id) {
        return id;
    }

    @AsyncFn
    int loadTwice(int id) {
        Supplier<Integer> lambda = () -> load(id);
        IntUnaryOperator reference = this::load;
        Object anonymous = new Object() {
            final int first = AsyncCallBlocks.this.load(id);
        };
        return load(lambda.get());
    }

    int notAsync(int id) {
        IntUnaryOperator reference = this::load;
        return reference.applyAsInt(id);
    }
}
