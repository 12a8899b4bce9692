package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Declarations {
    private Declarations() {}

    @Case
    @AsyncFn
    static int assignedOnEachBranch(Trace t) {
        int x;
        if (await(t.leaf("c", true))) x = 1;
        else x = await(t.leaf("never", 2));
        await(t.tick("t"));
        final int y;
        if (x == 2) {
            y = 3;
        } else {
            y = await(t.leaf("y", 4));
        }
        await(t.tick("u"));
        return x + y;
    }

    @Case
    @AsyncFn
    static String assignedInACondition(Trace t) {
        String s;
        int n;
        if (t.v("c", true) && (n = await(t.leaf("n", 3))) > 2 && (s = await(t.leaf("s", "x"))) != null) {
            await(t.tick("t"));
            return s + n;
        }
        return "never";
    }

    @Case
    @AsyncFn
    static int assignedInALoopThatEndsByBreak(Trace t) {
        int x;
        for (int i = 0; ; i++) {
            if (i == 2) {
                x = await(t.leaf("x", i));
                break;
            }
            await(t.tick("i" + i));
        }
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static int assignedOnlyAfterTheAwait(Trace t) {
        int x;
        String s;
        await(t.tick("t"));
        x = 5;
        s = "abc";
        await(t.tick("u"));
        return x + s.length();
    }

    @Case
    @AsyncFn
    static int finalLocals(Trace t) {
        final int a = await(t.leaf("a", 1));
        final int b;
        b = await(t.leaf("b", 2)) + a;
        await(t.tick("t"));
        final int c = b + 1, d = await(t.leaf("d", c));
        Runnable r = () -> t.log("sees " + a + b + c + d);
        await(t.tick("u"));
        r.run();
        return a + b + c + d;
    }

    @Case
    @AsyncFn
    static int constantsStayConstants(Trace t) {
        final int limit = 100;
        final byte small = limit;
        final String name = "n" + limit;
        await(t.tick("t"));
        byte b = limit;
        byte c = small;
        int n = await(t.leaf("n", 100));
        switch (n) {
            case limit:
                t.log(name);
                break;
            default:
                t.log("never");
        }
        return b + c;
    }

    @Case
    @AsyncFn
    static int severalDeclarators(Trace t) {
        int a = t.v("a", 1), b = await(t.leaf("b", a + 1)), c = a + b, d, e = await(t.leaf("e", c)) + b, f = 100;
        d = e + await(t.leaf("d", 10));
        return a + b + c + d + e + f;
    }

    @Case
    @AsyncFn
    static int usesItselfInItsInitialiser(Trace t) {
        int x = (x = await(t.leaf("x", 2))) * x + await(t.leaf("y", 1));
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String allPrimitiveTypesLive(Trace t) {
        boolean z = await(t.leaf("z", true));
        byte b = (byte) (int) await(t.leaf("b", 300));
        short s = (short) 40000;
        char c = await(t.leaf("c", 'c'));
        int i = await(t.leaf("i", 1));
        long l = await(t.leaf("l", 2L));
        float f = await(t.leaf("f", 1.5f));
        double d = await(t.leaf("d", 2.5));
        await(t.tick("t"));
        return z + " " + b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d;
    }

    @Case
    @AsyncFn
    static double widenedAtTheDeclaration(Trace t) {
        long l = await(t.leaf("int", 7));
        double d = await(t.leaf("char", 'a'));
        float f = await(t.leaf("long", 3L));
        Object o = await(t.leaf("boxed", 4));
        Number n = await(t.leaf("number", 5));
        await(t.tick("t"));
        return l / 2 + d + f / 2 + (Integer) o + n.intValue();
    }

    @Case
    @AsyncFn
    static int suppressedAtTheVariable(Trace t) {
        Object o = await(t.leaf("o", List.of("a")));
        @SuppressWarnings("unchecked")
        List<String> list = (List<String>) o;
        await(t.tick("t"));
        return list.get(0).length();
    }

    @Case
    @AsyncFn
    static int loopVariableIsFinal(Trace t) {
        int sum = 0;
        for (final int x : new int[] {1, 2}) {
            await(t.tick("x" + x));
            sum += x;
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int unusedVariables(Trace t) {
        int a = await(t.leaf("a", 1));
        int b = 3, c;
        String s = "x", never;
        int d = await(t.leaf("d", 4));
        return 0;
    }

    @Case
    @AsyncFn
    static int constantsInAnnotations(Trace t) {
        final String unused = "unused";
        final String raw = "rawtypes";
        int sum = 0;
        @SuppressWarnings(unused)
        int one = await(t.leaf("one", 1));
        for (@SuppressWarnings({unused, raw}) int each : new int[] {await(t.leaf("two", 2)), 3}) {
            final @SuppressWarnings({"unchecked", raw}) int twice = 2 * await(t.leaf("each", each));
            sum += twice;
        }
        try (@SuppressWarnings(unused)
                AutoCloseable closed = () -> t.log("closed")) {
            sum += await(t.leaf("four", 4));
        } catch (@SuppressWarnings(raw) Exception e) {
            sum = -1;
        }
        return sum + one;
    }
}
