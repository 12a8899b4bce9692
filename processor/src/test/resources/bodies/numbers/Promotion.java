package bodies.numbers;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Types of operands and of conditional expressions. */
final class Promotion {
    private Promotion() {}

    @Case
    @AsyncFn
    static String ternaryPromotes(Trace t) {
        Object a = await(t.leaf("c", true)) ? 1 : 2.0;
        Object b = t.v("d", true) ? await(t.leaf("int", 1)) : t.v("long", 2L);
        Object c = await(t.leaf("e", true)) ? 'a' : 0;
        Object d = await(t.leaf("f", true)) ? 'a' : await(t.leaf("never", 0));
        Object e = await(t.leaf("g", false)) ? (byte) 1 : 'b';
        Object f = await(t.leaf("h", true)) ? (Object) 1 : 2.0;
        return name(a) + name(b) + name(c) + name(d) + name(e) + name(f);
    }

    private static String name(Object o) {
        return o.getClass().getSimpleName() + " " + o + "; ";
    }

    @Case
    @AsyncFn
    static String ternaryOfBoxes(Trace t) {
        Integer i = 1;
        Double d = 2.0;
        Object a = await(t.leaf("c", true)) ? i : d;
        Object b = await(t.leaf("d", true)) ? i : "s";
        Object c = await(t.leaf("e", true)) ? i : null;
        Integer e = await(t.leaf("f", false)) ? i : null;
        return name(a) + name(b) + name(c) + e;
    }

    @Case
    @AsyncFn
    static void ternaryUnboxesNull(Trace t) {
        Integer none = null;
        int a = await(t.leaf("c", true)) ? none : await(t.leaf("never", 1));
        t.log("unreachable " + a);
    }

    @Case
    @AsyncFn
    static void ternaryOfMixedBoxesUnboxesNull(Trace t) {
        Integer none = null;
        Object a = await(t.leaf("c", true)) ? none : 1.5;
        t.log("unreachable " + a);
    }

    @Case
    @AsyncFn
    static void awaitedArmIsUnboxedOfNull(Trace t) {
        long a = t.v("c", false) ? 1L : await(t.leaf("null", (Integer) null));
        t.log("unreachable " + a);
    }

    @Case
    @AsyncFn
    static String binaryPromotion(Trace t) {
        byte b = 100;
        char c = 'a';
        var r1 = b + await(t.leaf("byte", (byte) 100));
        var r2 = c + await(t.leaf("one", 1));
        var r3 = 7 / await(t.leaf("two", 2));
        var r4 = 7 / await(t.leaf("two.", 2.0));
        var r5 = 1 << await(t.leaf("33", 33L));
        var r6 = 1L << await(t.leaf("40", 40));
        var r7 = (char) (c + await(t.leaf("b", 1)));
        var r8 = await(t.leaf("max", Integer.MAX_VALUE)) + 1;
        var r9 = await(t.leaf("max", Integer.MAX_VALUE)) + 1L;
        var r10 = 5 % await(t.leaf("f", 3f)) + await(t.leaf("d", 0.1));
        return name(r1) + name(r2) + name(r3) + name(r4) + name(r5) + name(r6) + name(r7) + name(r8) + name(r9)
                + name(r10);
    }

    @Case
    @AsyncFn
    static String comparisonsOfBoxes(Trace t) {
        Integer a = 1000;
        Long l = 1000L;
        boolean same = a == await(t.leaf("other", Integer.valueOf(a)));
        boolean byValue = a <= await(t.leaf("equal", 1000)) && a >= await(t.leaf("equal too", 1000));
        boolean mixed = await(t.leaf("int", 1000)) == 1000L;
        boolean unboxed = 1000 == await(t.leaf("boxed", l));
        boolean nan = await(t.leaf("nan", Double.NaN)) == Double.NaN;
        return same + " " + byValue + " " + mixed + " " + unboxed + " " + nan;
    }

    @Case
    @AsyncFn
    static boolean identityOfBoxesIsKept(Trace t) {
        Integer box = Integer.valueOf(123456);
        Object o = box;
        await(t.tick("t"));
        return box == await(t.leaf("same", box)) && o == box && await(t.leaf("o", o)) == o;
    }

    @Case
    @AsyncFn
    static String casts(Trace t) {
        int a = (int) (double) await(t.leaf("d", 3.9));
        byte b = (byte) (int) await(t.leaf("i", 200));
        char c = (char) (await(t.leaf("j", 97)) + 1);
        long l = (long) await(t.leaf("f", 2.5f)).intValue();
        int n = (int) 'a' + (short) (int) await(t.leaf("k", 70000));
        Object o = (Comparable<?>) await(t.leaf("o", (Object) "s"));
        double d = (float) await(t.leaf("g", 1f)) / 3;
        return a + " " + b + " " + c + " " + l + " " + n + " " + o + " " + d;
    }

    @Case
    @AsyncFn
    static void castOfAnAwaitFails(Trace t) {
        String s = (String) await(t.leaf("o", (Object) 1));
        t.log("unreachable " + s);
    }

    @Case
    @AsyncFn
    static double floatingPointIsNotReassociated(Trace t) {
        return await(t.leaf("a", 0.1)) + await(t.leaf("b", 0.2)) + (await(t.leaf("c", 0.3)) + 0.4)
                - await(t.leaf("d", 1e17)) + await(t.leaf("e", 1.0)) + 1e17;
    }

    @Case
    @AsyncFn
    static int precedence(Trace t) {
        return 1 + 2 * await(t.leaf("a", 3)) - (4 - await(t.leaf("b", 5))) * 6 / await(t.leaf("c", 2)) % 5
                << await(t.leaf("d", 1)) & 0xff | await(t.leaf("e", 1024)) ^ 3;
    }

    @Case
    @AsyncFn
    static int subtractionIsLeftAssociative(Trace t) {
        return await(t.leaf("a", 100)) - await(t.leaf("b", 10)) - await(t.leaf("c", 1))
                - (await(t.leaf("d", 50)) - await(t.leaf("e", 20)));
    }
}
