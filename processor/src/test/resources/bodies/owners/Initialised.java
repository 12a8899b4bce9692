package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** The class of a static async fn is initialised when the method is called: before all that its body does. */
final class Initialised {
    /** What was initialised so far. */
    static final class Registry {
        static final List<String> NAMES = new ArrayList<>();

        static String all() {
            return String.join(" ", NAMES);
        }
    }

    static {
        Registry.NAMES.add("Initialised");
    }

    private static int calls;

    static class Above {
        static {
            Registry.NAMES.add("Above");
        }
    }

    static final class Below extends Above {
        private static final List<String> QUIET = new ArrayList<>(List.of("quiet"));

        @Case
        @AsyncFn
        static String superclassIsInitialised(Trace t) {
            String before = Registry.all();
            return before + await(t.leaf("after", " after")) + QUIET;
        }
    }

    interface Described {
        Object NAME = Registry.NAMES.add("Described");

        @Case
        @AsyncFn
        static String interfaceIsInitialised(Trace t) {
            String before = Registry.all();
            return before + await(t.leaf("after", " after")) + NAME;
        }
    }

    private enum Level {
        LOW(1),
        HIGH(2);

        private final int number;

        Level(int number) {
            this.number = number;
            Registry.NAMES.add("Level" + number);
        }

        @Case
        @AsyncFn
        static String enumIsInitialised(Trace t) {
            String before = Registry.all();
            return before + await(t.leaf("after", HIGH)).number;
        }
    }

    static final class Failing {
        private static final int ZERO = 1 / (Registry.NAMES.indexOf("missing") + 1);

        @AsyncFn
        static int neverRuns(Trace t) {
            Registry.NAMES.add("ran");
            return await(t.leaf("zero", 0)) + ZERO;
        }
    }

    @Case
    @AsyncFn
    static String beforeTheBody(Trace t) {
        return Registry.all() + await(t.leaf("after", " after"));
    }

    @Case
    @AsyncFn
    static String beforeAnExpressionThatFails(Trace t) {
        int[] none = null;
        String said = "";
        try {
            said += none[await(t.leaf("zero", 0))];
        } catch (NullPointerException e) {
            said += Registry.all();
        }
        return said;
    }

    @Case
    @AsyncFn
    static String beforeTheOwnFieldIsUsed(Trace t) {
        String before = Registry.all();
        calls += await(t.leaf("one", 1));
        return before + calls;
    }

    @Case
    @AsyncFn
    static String ofAnotherClass(Trace t) {
        return Below.superclassIsInitialised(t) + Registry.all();
    }

    @Case
    @AsyncFn
    static String failure(Trace t) {
        String said = "";
        for (int i = 0; i < 2; i++) {
            try {
                said += Failing.neverRuns(t);
            } catch (LinkageError e) {
                said += e.getClass().getSimpleName() + " ";
            }
        }
        return said + Registry.all();
    }
}
