package bodies.numbers;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Bodies whose awaited values are all of one primitive type, so that none of them needs a box. A null fails where it is awaited. */
final class AwaitedPrimitives {
    private static long total;
    private int count = 1;

    AwaitedPrimitives(Trace t) {}

    @Case
    @AsyncFn
    static int sum(Trace t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += await(t.leaf("i" + i, i));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String everyPlace(Trace t) {
        int[] a = {4, 5, 6};
        int x = await(t.leaf("initializer", 1));
        x = await(t.leaf("assigned", 2)) + x;
        x = x * (await(t.leaf("right", 3)));
        a[await(t.leaf("index", 0))] = 7;
        a[1] = await(t.leaf("element", 8));
        a[2] <<= await(t.leaf("shift", 1));
        long wide = await(t.leaf("wide", 9));
        boolean same = x == await(t.leaf("same", 9)) || -await(t.leaf("minus", 1)) < 0;
        return x + " " + a[0] + a[1] + a[2] + " " + wide + same;
    }

    @Case
    @AsyncFn
    static byte casts(Trace t) {
        long wide = (long) await(t.leaf("wide", 1));
        return (byte) (int) await(t.leaf("narrow", 300 + (int) wide));
    }

    @Case
    @AsyncFn
    static String conditions(Trace t) {
        String s = "";
        while (await(t.leaf("while", s.length() < 2))) {
            s += "w";
        }
        do {
            s += "d";
        } while (!await(t.leaf("do", s.length() > 3)));
        for (; await(t.leaf("for", s.length() < 6)) && s.length() < 9; ) {
            s += "f";
        }
        if (await(t.leaf("if", false)) | await(t.leaf("or", true))) {
            s += "i";
        }
        return s + (await(t.leaf("conditional", true)) ? "c" : "e");
    }

    @Case
    @AsyncFn
    static char chars(Trace t) {
        char c = await(t.leaf("c", 'a'));
        c += await(t.leaf("one", (char) 1));
        return c;
    }

    @Case
    @AsyncFn
    static double widened(Trace t) {
        double d = await(t.leaf("float", 1.5f));
        d -= await(t.leaf("less", 0.25f));
        return await(t.leaf("result", 2f));
    }

    @Case
    @AsyncFn
    static long bytes(Trace t) {
        long all = await(t.leaf("b", (byte) -1));
        all = all & await(t.leaf("mask", (byte) 127));
        return all;
    }

    @Case
    @AsyncFn
    long fields(Trace t) {
        this.count = await(t.leaf("field", 2));
        count *= await(t.leaf("times", 3));
        total = await(t.leaf("static", 4));
        return count + total;
    }

    /** A reference is wanted once, so they all are references. */
    @Case
    @AsyncFn
    static String alsoAReference(Trace t) {
        int x = await(t.leaf("x", 1));
        Integer y = await(t.leaf("null", (Integer) null));
        return x + " " + y;
    }

    /** What is discarded is null, or something else. */
    @Case
    @AsyncFn
    static int alsoDiscarded(Trace t) {
        int x = await(t.leaf("x", 1));
        await(t.tick("nothing"));
        await(t.leaf("text", "y"));
        await(t.leaf("null", (Integer) null));
        return x + await(t.leaf("z", 2));
    }

    /** As the argument of a method that has an overload for each, and in a text. */
    @Case
    @AsyncFn
    static String overloads(Trace t) {
        int x = await(t.leaf("x", 1));
        return which(await(t.leaf("argument", 2))) + await(t.leaf("text", 3)) + x;
    }

    private static String which(int primitive) {
        return "int";
    }

    private static String which(Object reference) {
        return "Object";
    }

    @Case
    @AsyncFn
    static String differentTypes(Trace t) {
        int x = await(t.leaf("int", 1));
        long y = await(t.leaf("long", 2L));
        return "" + (x + y);
    }

    // ---- null

    @Case
    @AsyncFn
    static int nullIsThrown(Trace t) {
        int x = await(t.leaf("null", (Integer) null));
        t.log("unreachable");
        return x;
    }

    @Case
    @AsyncFn
    static int nullAsTheResult(Trace t) {
        try {
            return await(t.leaf("null", (Integer) null));
        } catch (NullPointerException e) {
            t.log("caught");
            return await(t.leaf("instead", 5));
        } finally {
            t.log("finally");
        }
    }

    @Case
    @AsyncFn
    static int nullIsCaughtWhereItIsAwaited(Trace t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            try {
                sum += await(t.leaf("i" + i, i == 1 ? (Integer) null : Integer.valueOf(i)));
            } catch (NullPointerException e) {
                t.log("caught");
                sum += 10;
            } finally {
                sum += await(t.leaf("finally", 100));
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String nullBeforeTheTry(Trace t) {
        boolean b = await(t.leaf("null", (Boolean) null));
        try {
            b = await(t.leaf("in", true));
        } catch (NullPointerException e) {
            t.log("never");
        }
        return "" + b;
    }

    @Case
    @AsyncFn
    static int nullOnTheRight(Trace t) {
        int[] none = null;
        none[t.v("index", 0)] = await(t.leaf("null", (Integer) null));
        return 0;
    }

    @Case
    @AsyncFn
    static boolean nullOfALogicalOperator(Trace t) {
        return t.v("left", true) && await(t.leaf("null", (Boolean) null)) && t.v("never", true);
    }

    // ---- blocks

    @Case
    @AsyncFn
    static int inABlock(Trace t) {
        int x = await(async(() -> {
            int y = await(t.leaf("y", 1));
            return y + await(t.leaf("z", 2));
        }));
        return x + await(t.leaf("after", 3));
    }
}
