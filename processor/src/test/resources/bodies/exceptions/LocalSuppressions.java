package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** A local's own annotations go with its initialiser when its declaration is taken apart. */
final class LocalSuppressions {
    private LocalSuppressions() {}

    @Case
    @AsyncFn
    static <X extends RuntimeException> String localThatSuppressesAWarning(Trace t) {
        try {
            await(t.fail("boom"));
            return "never";
        } catch (RuntimeException e) {
            @SuppressWarnings("unchecked")
            X x = (X) e;
            await(t.tick("t"));
            return x.getMessage();
        }
    }
}
