package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** {@code x += rhs}: the target's checks and its old value come before the right side. */
final class CompoundAssignment {
    static final class Box {
        int x = 1;
        int[] a = {1, 2, 3};
    }

    static int total = 1;

    private CompoundAssignment() {}

    @Case
    @AsyncFn
    static void nullArrayIsFoundBeforeTheValue(Trace t) {
        int[] x = null;
        x[0] += t.v("f", 1) + await(t.leaf("g", 2));
    }

    @Case
    @AsyncFn
    static void indexIsCheckedBeforeTheValue(Trace t) {
        int[] x = {1};
        x[t.v("index", 1)] += await(t.leaf("g", 2));
    }

    @Case
    @AsyncFn
    static void nullReceiverIsFoundBeforeTheValue(Trace t) {
        Box b = null;
        t.v("receiver", b).x += await(t.leaf("g", 2));
    }

    @Case
    @AsyncFn
    static int localKeepsItsOldValue(Trace t) {
        int x = 1;
        x += (x = 10) + await(t.leaf("f", 100));
        return x;
    }

    @Case
    @AsyncFn
    static int localAssignedInTheAwaitedExpression(Trace t) {
        int x = 1;
        x += await(t.leaf("f", x = 50));
        return x;
    }

    @Case
    @AsyncFn
    static int fieldKeepsItsOldValue(Trace t) {
        Box b = new Box();
        b.x += await(t.effect("f", () -> b.x = 100));
        return b.x;
    }

    @Case
    @AsyncFn
    static int staticFieldKeepsItsOldValue(Trace t) {
        total += await(t.effect("f", () -> total = 100));
        return total;
    }

    @Case
    @AsyncFn
    static int elementKeepsItsOldValue(Trace t) {
        Box b = new Box();
        b.a[1] += await(t.effect("f", () -> b.a[1] = 100));
        return b.a[1];
    }

    @Case
    @AsyncFn
    static String arrayChangedMeanwhile(Trace t) {
        Box b = new Box();
        int[] old = b.a;
        b.a[await(t.leaf("k", 2))] += await(t.effect("v", () -> {
            b.a = new int[] {7, 8, 9};
            return 10;
        }));
        return old[2] + " " + b.a[2];
    }

    @Case
    @AsyncFn
    static String nestedInItself(Trace t) {
        Box[] a = {new Box(), new Box()};
        a[await(t.leaf("i", 0))].x += (a[await(t.leaf("j", 0))].x += await(t.leaf("v", 20)));
        return a[0].x + " " + a[1].x;
    }

    @Case
    @AsyncFn
    static int valueOfACompoundAssignment(Trace t) {
        int[] x = {1, 2};
        int val = 0;
        val = x[await(t.leaf("i", 1))] += await(t.leaf("v", 20));
        return val * 100 + x[1];
    }

    private static int h(int a, int b, int c) {
        return a * 10000 + b * 100 + c;
    }

    @Case
    @AsyncFn
    static int amongArguments(Trace t) {
        int[] a = {0, 1, 2, 3};
        int r = h(a[1] += 2, a[3] += await(t.leaf("g", 4)), 4);
        return r + a[1] + a[3];
    }

    @Case
    @AsyncFn
    static int sequenceOnOneVariable(Trace t) {
        int x = 2;
        x *= await(t.leaf("a", 3)) + x;
        x -= await(t.leaf("b", 1));
        x <<= await(t.leaf("c", 2));
        return x;
    }

    @Case
    @AsyncFn
    static int divisionByAwaitedZero(Trace t) {
        int x = 2;
        x /= await(t.leaf("zero", 0));
        return x;
    }

    @Case
    @AsyncFn
    static String stringElement(Trace t) {
        String[] s = {"a", null};
        s[t.v("i", 0)] += await(t.leaf("b", "b"));
        s[t.v("j", 1)] += await(t.leaf("c", 'c'));
        return s[0] + s[1];
    }

    @Case
    @AsyncFn
    static Object stringOnAnObjectVariable(Trace t) {
        Object o = 1;
        o += await(t.leaf("s", "x"));
        CharSequence cs = "q";
        cs += await(t.leaf("n", "y")) + 2;
        return o + "" + cs;
    }
}
