package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** The first read of a static field initialises its class, also of a final one (JLS 12.4.1). */
final class Initialisation {
    private Initialisation() {}

    static final class Holder {
        static final Object OBJECT = "o";
        static final int[] ARRAY = {1, 2};
        static final int CONSTANT = 7;

        static {
            Trace.current().log("Holder");
        }

        private Holder() {}
    }

    enum Color {
        RED,
        BLUE;

        static {
            Trace.current().log("Color");
        }
    }

    interface Shape {
        Object SQUARE = Trace.current().v("Shape", (Object) "square");
    }

    static final class Broken {
        static final Object VALUE = fail();

        private Broken() {}

        private static Object fail() {
            throw new IllegalStateException("broken");
        }
    }

    private static String both(Object a, Object b) {
        return a + " " + b;
    }

    @Case
    @AsyncFn
    static String finalFieldLeftOfAnAwait(Trace t) {
        return both(Holder.OBJECT, await(t.leaf("x", 1)));
    }

    @Case
    @AsyncFn
    static String enumConstantLeftOfAnAwait(Trace t) {
        return both(Color.RED, await(t.leaf("x", 1)));
    }

    @Case
    @AsyncFn
    static String fieldOfAnInterface(Trace t) {
        return both(Shape.SQUARE, await(t.leaf("x", 1)));
    }

    @Case
    @AsyncFn
    static int arrayIndexedByAnAwait(Trace t) {
        return Holder.ARRAY[await(t.leaf("i", 1))];
    }

    @Case
    @AsyncFn
    static boolean receiver(Trace t) {
        return Holder.OBJECT.equals(await(t.leaf("x", "o")));
    }

    @Case
    @AsyncFn
    static String failsBeforeTheAwait(Trace t) {
        try {
            return both(Broken.VALUE, await(t.leaf("x", 1)));
        } catch (ExceptionInInitializerError e) {
            return "broken";
        }
    }

    @Case
    @AsyncFn
    static String constantsInitialiseNothing(Trace t) {
        return both(Holder.CONSTANT, await(t.leaf("x", 1)));
    }
}
