package bodies.names;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;


/** User types with the names of the api and of what is generated. */
final class Clashes {
    private Clashes() {}

    enum State {
        START,
        DONE
    }

    record Poll(int n) {}

    static final class Future {
        final java.lang.String name = "my future";
    }

    static final class Context {}

    record Ready(State state) {}

    static final class Object {
        final int o = 5;
    }

    static final class String {
        final java.lang.String s;

        String(java.lang.String s) {
            this.s = s;
        }
    }

    @interface Override {}

    static final class Exception extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exception(java.lang.String message) {
            super(message);
        }
    }

    static final class Traced {}

    static final class IllegalStateException {}

    @interface Generated {}

    @interface SuppressWarnings {}

    @Case
    @AsyncFn
    static java.lang.String userTypes(Trace t) {
        State state = Async.await(t.leaf("state", State.DONE));
        Poll poll = new Poll(Async.await(t.leaf("n", 3)));
        Future future = Async.await(t.leaf("future", new Future()));
        Ready ready = new Ready(state);
        Object object = new Object();
        String string = new String("s");
        Async.await(t.tick("t"));
        return state + " " + poll + future.name + ready + object.o + string.s + (new Context() != null);
    }

    @Case
    @AsyncFn
    static void userException(Trace t) {
        Async.await(t.tick("t"));
        throw t.tag("mine", new Exception("mine"));
    }

    @Case
    @AsyncFn
    static int fullyQualifiedNames(Trace t) {
        java.util.List<java.lang.String> list = Async.await(t.leaf("list", java.util.List.of("a")));
        java.util.Map.Entry<java.lang.String, Integer> e = java.util.Map.entry("k", Async.await(t.leaf("v", 1)));
        Async.await(t.tick("t"));
        return list.size() + e.getValue() + bodies.names.Clashes.helper() + java.lang.Math.max(1, 2);
    }

    static int helper() {
        return 10;
    }
}
