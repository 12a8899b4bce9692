package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Local classes that are called as those of {@code java.lang}: a program can ask them for their names. */
final class LocalLangNames {
    private LocalLangNames() {}

    private static int hidden() {
        return 3;
    }

    static final class Res implements AutoCloseable {
        private final Trace t;

        Res(Trace t) {
            this.t = t;
        }

        @java.lang.Override
        public void close() {
            t.log("close");
        }
    }

    @Case
    @AsyncFn
    static java.lang.String recordsSayTheirNames(Trace t) {
        record Error(int n) {}
        record String(int n) {}
        enum Object {
            A
        }
        record Throwable() {}
        record Override() {}
        class SuppressWarnings {}
        record Exception(Error e) {}
        record RuntimeException() {}
        record AssertionError() {}
        record IllegalStateException() {}
        record Integer(int n) {}
        int n = await(t.leaf("n", 2));
        Error e = new Error(hidden());
        try (Res res = await(t.leaf("res", new Res(t)))) {
            t.log("" + (res != null) + await(t.leaf("e", new Exception(e))));
        } finally {
            await(t.tick("finally"));
        }
        assert n > 2 : await(t.leaf("assert", "n"));
        java.lang.String s = "" + new String(4) + await(t.leaf("i", new Integer(n)));
        return s
                + Object.A.getClass().getSimpleName()
                + new Throwable()
                + new Override()
                + new SuppressWarnings().getClass().getSimpleName()
                + new RuntimeException()
                + new AssertionError()
                + new IllegalStateException();
    }

    @Case
    @AsyncFn
    static java.lang.String classesThatCaptureSayTheirNames(Trace t) {
        int k = await(t.leaf("k", 2));
        class Error {
            final int v = k + hidden();

            @java.lang.Override
            public java.lang.String toString() {
                return getClass().getSimpleName() + v;
            }
        }
        Error e = new Error();
        await(t.tick("t"));
        class Object extends Error {}
        Object o = new Object();
        java.lang.Object same = await(t.leaf("same", o));
        return "" + e + o + same;
    }
}
