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

    @AsyncFn
    static <X extends RuntimeException> int unchecked(Trace t, X failure) throws X {
        if (await(t.leaf("fails", true))) throw failure;
        return 1;
    }

    @AsyncFn
    static <Y extends IllegalStateException & java.io.Serializable, X extends Y> int nested(Trace t, X failure)
            throws X, Y, Error {
        return unchecked(t, failure);
    }

    @AsyncFn
    static <X extends Exception, U extends RuntimeException> int mixed(Trace t, X failure) throws U, X {
        await(t.tick("m"));
        throw failure;
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

    /** No handler is needed: nothing checked is thrown. */
    @Case
    @AsyncFn
    static int uncheckedTypeParameterIsNotChecked(Trace t) {
        int n = await(nested(t, t.tag("one", new IllegalStateException("one")))) + 1;
        return n + unchecked(t, t.tag("two", new RuntimeException("two")));
    }

    @Case
    @AsyncFn
    static String uncheckedAmongChecked(Trace t) {
        String s = "";
        try {
            mixed(t, new java.io.IOException("mixed"));
        } catch (java.io.IOException e) {
            s += e.getMessage();
        }
        try {
            s += GenericThrows.<java.util.concurrent.TimeoutException>several(t, new java.util.concurrent.TimeoutException("several"));
        } catch (java.io.IOException | java.util.concurrent.TimeoutException e) {
            s += e.getMessage();
        }
        try {
            s += common(t);
        } catch (java.io.FileNotFoundException | java.io.EOFException e) {
            s += e.getMessage();
        }
        return s + await(t.leaf("end", "."));
    }
}
