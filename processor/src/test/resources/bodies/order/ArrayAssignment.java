package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** {@code a[i] = rhs}: array, index, right side; then the checks. */
final class ArrayAssignment {
    private ArrayAssignment() {}

    private static int[] array(Trace t, int... a) {
        t.log("array");
        return a;
    }

    @Case
    @AsyncFn
    static int arrayThenIndexThenValue(Trace t) {
        int[] a = {0, 0};
        t.v("array", a)[t.v("index", 1)] = await(t.leaf("value", 7));
        return a[1];
    }

    @Case
    @AsyncFn
    static void nullArrayIsFoundAfterTheValue(Trace t) {
        int[] a = null;
        a[t.v("index", 0)] = await(t.leaf("value", 7));
    }

    @Case
    @AsyncFn
    static void indexIsCheckedAfterTheValue(Trace t) {
        array(t, 1)[t.v("index", 5)] = await(t.leaf("value", 7));
    }

    @Case
    @AsyncFn
    static void negativeIndexIsFoundAfterTheValue(Trace t) {
        int[] a = {1};
        a[t.v("index", -1)] = await(t.leaf("value", 7));
    }

    @Case
    @AsyncFn
    static void storeIsCheckedAfterTheValue(Trace t) {
        Object[] a = new String[1];
        a[t.v("index", 0)] = await(t.leaf("value", (Object) 7));
    }

    @Case
    @AsyncFn
    static void failingValueComesBeforeTheNullArray(Trace t) {
        int[] a = null;
        a[0] = await(t.<Integer>fail("value"));
    }

    @Case
    @AsyncFn
    static int everyPartIsAwaited(Trace t) {
        int[] a = {0, 0};
        await(t.leaf("array", a))[await(t.leaf("index", 1))] = await(t.leaf("value", 7));
        return a[1];
    }

    @Case
    @AsyncFn
    static int indexWithSideEffectOnTheIndexVariable(Trace t) {
        int[] a = {0, 0, 0};
        int i = 0;
        a[i++] = await(t.leaf("first", i));
        a[i] = i = await(t.leaf("second", 2));
        return a[0] * 100 + a[1] * 10 + a[2] + i * 1000;
    }

    @Case
    @AsyncFn
    static int arrayVariableAssignedByTheValue(Trace t) {
        int[] a = {1};
        int[] old = a;
        a[0] = (a = await(t.leaf("other", new int[] {5})))[0];
        return old[0] * 10 + a[0];
    }

    @Case
    @AsyncFn
    static int valueOfAnAssignment(Trace t) {
        int[] a = {0, 0};
        int[] b = {0, 0};
        int c = a[t.v("i", 0)] = b[t.v("j", 1)] = await(t.leaf("value", 9));
        return a[0] + b[1] + c;
    }

    @Case
    @AsyncFn
    static String loopFillsAnArray(Trace t) {
        int[] a = new int[4];
        for (int i = 0; i < a.length; i++) a[i] = await(t.leaf("f" + i, i * i));
        return java.util.Arrays.toString(a);
    }

    @Case
    @AsyncFn
    static int multiDimensional(Trace t) {
        int[][] a = {{1, 2}, {3, 4}};
        a[t.v("i", 1)][t.v("j", 0)] = await(t.leaf("value", 30));
        a[await(t.leaf("k", 0))] = new int[] {await(t.leaf("x", 10)), 20};
        return a[0][0] + a[0][1] + a[1][0] + a[1][1];
    }

    @Case
    @AsyncFn
    static void innerNullRowIsFoundBeforeTheValue(Trace t) {
        int[][] a = {null};
        a[t.v("i", 0)][t.v("j", 0)] = await(t.leaf("value", 30));
    }

    @Case
    @AsyncFn
    static void innerRowIndexIsCheckedBeforeTheValue(Trace t) {
        int[][] a = {{1}};
        a[t.v("i", 3)][t.v("j", 0)] = await(t.leaf("value", 30));
    }
}
