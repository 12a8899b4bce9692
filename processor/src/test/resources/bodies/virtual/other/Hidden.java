package bodies.virtual.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

/** Is private to its package, and hands its async fns down to a public class. */
abstract class Hidden<T> {
    @AsyncFn
    public final int finalFn(Trace t, int value) {
        return await(t.leaf("final", value));
    }

    @AsyncFn
    public T same(Trace t, T value) {
        return await(t.leaf("same", value));
    }

    @AsyncFn
    public String overloaded(Trace t, T value) {
        return "T " + await(t.leaf("T", value));
    }

    @AsyncFn
    public String overloaded(Trace t, long value) {
        return "long " + await(t.leaf("long", value));
    }

    @AsyncFn
    protected abstract String open(Trace t);
}
