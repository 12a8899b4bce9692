package bodies.virtual.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

/** Nested classes with async fns, which only subclasses see. */
public class Nesting {
    protected static class Nested {
        protected Nested() {}

        @AsyncFn
        protected String name(Trace t) {
            return "nested " + await(t.leaf("name", 1));
        }

        @AsyncFn
        protected <V> V same(Trace t, V value) {
            return await(t.leaf("same", value));
        }

        @AsyncFn
        protected final String last(Trace t) {
            return name(t) + await(t.leaf("last", "."));
        }
    }

    protected class Inner extends Unseen {
        protected Inner() {}

        @AsyncFn
        protected String inner(Trace t) {
            return "inner " + await(t.leaf("inner", 2));
        }
    }

    static class Unseen {
        @AsyncFn
        protected String unseen(Trace t) {
            return "unseen " + await(t.leaf("unseen", 3));
        }
    }

    /** A call from the package. */
    @AsyncFn
    protected static String called(Trace t, Object nested) {
        return ((Nested) nested).name(t);
    }
}
