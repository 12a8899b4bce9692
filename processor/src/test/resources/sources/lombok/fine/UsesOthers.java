import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Names nothing of Lombok, and uses what it adds to classes of another file. */
final class UsesOthers {
    @AsyncFn
    static String used(Future<Integer> f) {
        Properties p = new Properties().setCount(await(f));
        return p.getCount() + p.getLazy() + Constructors.of(await(f), "n").getClass() + await(ValuesAsync.with(new Values(1, "a", 2), f));
    }

    public static String direct() throws Exception {
        return String.valueOf(used(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(UsesOthersAsync.used(Future.ready(2))));
    }
}
