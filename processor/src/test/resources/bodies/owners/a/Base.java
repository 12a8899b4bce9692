package bodies.owners.a;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

public abstract class Base {
    protected int level = 1;
    protected static int made = 10;
    protected final Trace t;

    protected Base(Trace t) {
        this.t = t;
    }

    protected int raise(int by) {
        level += by;
        return level;
    }

    protected static String tag(Object... parts) {
        return "tag" + List.of(parts);
    }

    protected abstract int secret();

    @AsyncFn
    protected final int climb(int steps) {
        for (int i = 0; i < steps; i++) level += await(t.leaf("step" + i, 1));
        return level + secret();
    }

    @AsyncFn
    public static int open(Trace t, int n) {
        return await(t.leaf("open", n)) * 2;
    }
}
