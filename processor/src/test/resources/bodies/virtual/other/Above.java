package bodies.virtual.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

/** A superclass whose members only subclasses can use. */
public class Above {
    protected int count = 1;

    @AsyncFn
    protected String hello(Trace t) {
        return "hello of above " + await(t.leaf("above", count));
    }

    protected String plain(Trace t) {
        t.log("plain of above");
        return "plain of above";
    }
}
