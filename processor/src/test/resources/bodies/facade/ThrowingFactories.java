package bodies.facade;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What a body knows of a future that is generated with it is what the future is. */
final class ThrowingFactories {
    private ThrowingFactories() {}

    @AsyncFn
    static <X extends RuntimeException> int unchecked(Trace t, X failure) throws X {
        if (await(t.leaf("fails", true))) throw failure;
        return 1;
    }

    @AsyncFn
    static <X extends Exception> int several(Trace t, X failure) throws java.io.IOException, X {
        await(t.tick("s"));
        throw failure;
    }

    @AsyncFn
    static int common(Trace t) throws java.io.FileNotFoundException, java.io.EOFException, IllegalStateException {
        await(t.tick("c"));
        throw t.tag("eof", new java.io.EOFException("eof"));
    }

    @Case
    @AsyncFn
    static String facadesSayWhatIsThrown(Trace t) throws Exception {
        ThrowingFactoriesAsync.UncheckedFuture<IllegalStateException> a =
                ThrowingFactoriesAsync.unchecked(t, new IllegalStateException("a"));
        dev.asyncfn.TryFuture<Integer, java.io.IOException> b = ThrowingFactoriesAsync.common(t);
        dev.asyncfn.TryFuture<Integer, Exception> c = ThrowingFactoriesAsync.several(t, new Exception("c"));
        String s = "";
        try {
            s += await(a);
        } catch (IllegalStateException e) {
            s += e.getMessage();
        }
        try {
            s += await(b);
        } catch (java.io.IOException e) {
            s += e.getMessage();
        }
        try {
            s += await(c);
        } catch (Exception e) {
            s += e.getMessage();
        }
        return s;
    }
}
