package bodies.virtual.other;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

/** Inherits async fns of a class that other packages cannot name. */
public abstract class Shown extends Hidden<String> {
    @AsyncFn
    public static String call(Shown self, Trace t) {
        return self.open(t) + self.overloaded(t, "s") + self.overloaded(t, 1L) + self.same(t, "x");
    }
}
