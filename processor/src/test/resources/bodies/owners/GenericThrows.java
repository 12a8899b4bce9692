package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class GenericThrows {
    private GenericThrows() {}

    @AsyncFn
    static <X extends Exception> void throwing(Trace t, X failure, Class<X> type) throws X {
        await(t.tick("t"));
        throw type.cast(failure);
    }

    @Case
    @AsyncFn
    static void typeParameterIsThrown(Trace t) throws java.io.IOException {
        throwing(t, t.tag("io", new java.io.IOException("generic")), java.io.IOException.class);
    }
}
