import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Annotations of the user's own that have the names of Lombok's. */
final class LookAlikes {
    @interface NonNull {}

    @interface Synchronized {}

    @interface Cleanup {}

    @Synchronized
    @AsyncFn
    static int own(Future<Integer> f, @NonNull Integer i) {
        @Cleanup
        int x = await(f);
        return x + i;
    }

    public static String direct() throws Exception {
        return String.valueOf(own(Future.ready(2), 1));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(LookAlikesAsync.own(Future.ready(2), 1)));
    }
}
