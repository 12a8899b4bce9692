package misuse;

import static dev.asyncfn.Async.async;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncBlock;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Outside of async fns a block is not lowered. */
final class BlocksOutside {
    private final Future<Integer> field = async(() -> 1);

    static Future<Integer> method() {
        return Async.async(((AsyncBlock<Integer, RuntimeException>) () -> 2));
    }

    @SuppressWarnings("asyncfn:block_outside_fn")
    static Future<Integer> silenced() {
        return async(() -> 3);
    }

    static Future<Integer> stored(AsyncBlock<Integer, RuntimeException> block) {
        return async(block);
    }

    @AsyncFn
    static int inside() {
        return dev.asyncfn.Async.await(async(() -> 4));
    }

    static final class Own {
        static Future<Integer> async(java.util.function.Supplier<Integer> supplier) {
            return Future.ready(supplier.get());
        }

        static Future<Integer> own() {
            return async(() -> 5);
        }
    }
}
