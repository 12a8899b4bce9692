package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Names classes in a deprecated one. */
@SuppressWarnings("deprecation")
public class NamesDated {
    public NamesDated() {}

    @AsyncFn
    public int uses(Dated.Nested nested, Future<Dated.Nested> f) {
        Dated.Nested awaited = await(f);
        return awaited.virtual(nested) + hidden(awaited) + new Dated().n;
    }

    private int hidden(Dated.Nested nested) {
        return nested.hashCode();
    }
}
