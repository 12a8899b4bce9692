package bodies.owners.b;

import static dev.asyncfn.Async.await;

import bodies.owners.a.Base;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Calls async fns of a base class in another package. */
public final class InheritsAsyncFns extends Base {
    InheritsAsyncFns(Trace t) {
        super(t);
    }

    @Override
    protected int secret() {
        return 1000;
    }

    @Case
    @AsyncFn
    int protectedAsyncFnOfTheBase() {
        int a = climb(2);
        return a + await(climb(1)) + Base.open(t, 4) + open(t, 5);
    }
}
