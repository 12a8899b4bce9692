import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import \u006combok . /* what for */ v\u0061l;

/** Nothing here spells out who wrote the annotations. */
@\u006combok . Data
final class Escaped {
    private int count;

    @AsyncFn
    String read(Future<Integer> f) {
        \u0076al n = await(f);
        setCount(n);
        \u0076\u0061\u006C m = await(f) + getCount();
        return m + toString();
    }

    public static String direct() throws Exception {
        return String.valueOf(new Escaped().read(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(EscapedAsync.read(new Escaped(), Future.ready(2))));
    }
}
