package misuse;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;

/** Each of these would be a warning. */
@SuppressWarnings({"unused", "asyncfn:blocking_call"})
final class SuppressedWarnings {
    private static final String MUST_USE = "asyncfn:unused_must_use";

    @AsyncFn
    void ofClass(CompletableFuture<Integer> f) {
        f.join();
    }

    @AsyncFn
    @SuppressWarnings(MUST_USE)
    void ofMethod() {
        Future.ready(1);
    }

    static final class Nested {
        @AsyncFn
        int ofEnclosingClass(CompletableFuture<Integer> f) {
            @SuppressWarnings("asyncfn:async_call_blocks")
            Runnable ofVariable = () -> ofEnclosingClass(f);
            return f.join();
        }
    }

    /** Another's id silences nothing. */
    @AsyncFn
    @SuppressWarnings(value = {"asyncfn:blocking_call", "all"})
    void other() {
        Future.ready(1);
    }
}
