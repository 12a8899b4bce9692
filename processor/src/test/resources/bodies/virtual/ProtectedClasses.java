package bodies.virtual;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import bodies.virtual.other.Nesting;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Async fns of protected classes of another package, which only subclasses of the class around them see. */
class ProtectedClasses extends Nesting {
    static class Inherits extends Nested {
        @AsyncFn
        String all(Trace t) {
            return name(t) + this.same(t, "a") + await(last(t)) + super.name(t) + await(async(() -> last(t)));
        }
    }

    static class Overrides extends Nested {
        @AsyncFn
        @Override
        protected String name(Trace t) {
            return "own " + super.name(t) + await(t.tick("own"));
        }

        @AsyncFn
        String both(Trace t) {
            return last(t) + same(t, 1);
        }

        @AsyncFn
        @Override
        protected <V> V same(Trace t, V value) {
            return await(super.<V>same(t, value));
        }
    }

    class OfInstance extends Inner {
        @AsyncFn
        @Override
        protected String inner(Trace t) {
            return "own " + super.inner(t) + super.unseen(t) + unseen(t);
        }
    }

    @Case
    @AsyncFn
    static String inherited(Trace t) {
        return new Inherits().all(t);
    }

    @Case
    @AsyncFn
    static String overridden(Trace t) {
        Overrides own = new Overrides();
        return own.both(t) + own.same(t, 1) + await(called(t, own)) + await(called(t, new Inherits()));
    }

    @Case
    @AsyncFn
    static String ofAnInstance(Trace t) {
        return new ProtectedClasses().new OfInstance().inner(t);
    }
}
