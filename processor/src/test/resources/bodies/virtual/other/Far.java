package bodies.virtual.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

/** A class to extend in another package. */
public class Far {
    @AsyncFn
    protected String visible(Trace t) {
        return "far " + await(t.leaf("far", 1));
    }

    @AsyncFn
    String hidden(Trace t) {
        return "hidden " + await(t.leaf("hidden far", 2));
    }

    @AsyncFn
    public static String call(Far self, Trace t) {
        return await(self.visible(t)) + self.hidden(t);
    }
}
