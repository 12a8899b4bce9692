package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/** A class is initialised when a body uses the first of its static members, and not when another one's are used. */
final class Initialisation {
    /** Not private, so that this is seen without help. */
    static final class Log {
        static String text = "";

        static int add(String name, int value) {
            text += name + " ";
            return value;
        }
    }

    private static final class First {
        static {
            Log.text += "First ";
        }

        private static int field = 1;
        private static final Object OBJECT = "object";

        private int own = 2;

        private static int method() {
            return 3;
        }
    }

    static class Second {
        static {
            Log.text += "Second ";
        }

        private static long field = 1;
        private static volatile long seen = 2;
    }

    static final class Below extends Second {
        static {
            Log.text += "Below ";
        }

        private static int field = 1;
    }

    static final class Failing {
        private static int field = 1 / Log.add("Failing", 0);
        private static int other = 1;
    }

    interface Constants {
        Object OBJECT = Log.add("Constants", 1);

        private static int method() {
            return 1;
        }
    }

    private enum Level {
        LOW,
        HIGH;

        static {
            Log.text += "Level ";
        }

        private static final Level USUAL = HIGH;
    }

    @Case
    @AsyncFn
    static String eachWhenItIsUsed(Trace t) {
        Log.text += "start ";
        int sum = First.field;
        Log.text += "then ";
        sum += await(t.leaf("two", 2));
        sum += Second.field;
        Log.text += "end ";
        return Log.text + sum;
    }

    @Case
    @AsyncFn
    static String assigned(Trace t) {
        Second.field = await(t.leaf("five", Log.add("five", 5)));
        First.field += Log.add("six", 6);
        Second.seen++;
        return Log.text + Second.field + First.field + Second.seen;
    }

    @Case
    @AsyncFn
    static String notByNull(Trace t) {
        First none = null;
        try {
            none.own = Log.add("value", 1);
        } catch (NullPointerException e) {
            Log.text += "null ";
        }
        await(t.tick("a"));
        return Log.text + new First().own;
    }

    @Case
    @AsyncFn
    static String byMethodsAndObjects(Trace t) {
        Log.text += "start ";
        int three = First.method();
        Log.text += "then " + Constants.method() + Constants.OBJECT + " ";
        await(t.tick("a"));
        return Log.text + three + First.OBJECT;
    }

    @Case
    @AsyncFn
    static String inALambda(Trace t) {
        Supplier<Object> later = () -> Second.field + First.field;
        Log.text += "made ";
        await(t.tick("a"));
        return Log.text + later.get() + Log.text;
    }

    @Case
    @AsyncFn
    static String superclassFirst(Trace t) {
        Log.text += "start ";
        int one = Below.field + await(t.leaf("one", 1));
        return Log.text + one;
    }

    @Case
    @AsyncFn
    static String failsOnlyWhereItIsUsed(Trace t) {
        String said = "";
        for (int i = 0; i < 2; i++) {
            try {
                said += Failing.field + Failing.other + await(t.leaf("i", i));
            } catch (LinkageError e) {
                said += e.getClass().getSimpleName() + " ";
            }
        }
        return Log.text + said + First.field + await(t.leaf("end", 0)) + Second.field;
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        Log.text += "start ";
        Level level = Level.USUAL;
        Log.text += "then ";
        return Log.text + level + await(t.leaf("end", 0));
    }
}
