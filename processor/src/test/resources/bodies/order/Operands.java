package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What stands left of an await happens before it, what stands right of it after it. */
final class Operands {
    int z = 1;
    int[] cells = {1, 2, 3};

    Operands(Trace t) {}

    private int bump() {
        return ++z;
    }

    private static int sum(int a, int b, int c, int d) {
        return a + b + c + d;
    }

    @Case
    @AsyncFn
    static int argumentsLeftToRight(Trace t) {
        return sum(t.v("a", 1), await(t.leaf("b", 10)), t.v("c", 100), await(t.leaf("d", 1000))) + t.v("e", 10000);
    }

    @Case
    @AsyncFn
    int fieldIsReadBeforeTheAwait(Trace t) {
        return z + await(t.effect("bump", this::bump)) * 10 + z * 100;
    }

    @Case
    @AsyncFn
    int elementIsReadBeforeTheAwait(Trace t) {
        return cells[1] + await(t.effect("change", () -> cells[1] = 50)) + cells[1];
    }

    @Case
    @AsyncFn
    static int localIsReadBeforeItIsAssigned(Trace t) {
        int x = 1;
        return x + (x = await(t.leaf("two", 2))) * 10 + x * 100;
    }

    @Case
    @AsyncFn
    static int postIncrementAroundAnAwait(Trace t) {
        int i = 5;
        i = i++ + await(t.leaf("x", 10)) + i;
        return i;
    }

    @Case
    @AsyncFn
    static String argumentsThatAssign(Trace t) {
        int i = 0;
        int[] r = {i, i = await(t.leaf("a", 3)), i, i += await(t.leaf("b", 4)), i++, i, --i};
        return java.util.Arrays.toString(r);
    }

    @Case
    @AsyncFn
    static boolean conditionOfNestedAwaits(Trace t) {
        int p = 3;
        if (await(t.leaf("p", await(t.leaf("q", p + 1)))) != await(t.leaf("r", 5))) {
            return true;
        }
        return false;
    }

    @Case
    @AsyncFn
    static String argumentIsNotForgottenBeforeItsUse(Trace t) {
        StringBuilder doc = new StringBuilder("doc");
        return await(joined(t, doc, await(t.leaf("g", "!"))));
    }

    private static dev.asyncfn.Future<String> joined(Trace t, StringBuilder doc, String suffix) {
        t.log("joined " + doc + suffix);
        return t.leaf("f", doc + suffix);
    }

    @Case
    @AsyncFn
    static String constructorArguments(Trace t) {
        return new String(await(t.leaf("chars", new char[] {'a', 'b', 'c'})), t.v("offset", 1), t.v("count", 2));
    }

    static final class Loud {
        static final int LOADED = Trace.current().v("<clinit>", 1);
        final int a;

        {
            Trace.current().log("<init>");
        }

        Loud(int a, int b) {
            this.a = a + b;
        }
    }

    @Case(like = "initialisesAfterTheArguments")
    @AsyncFn
    static int constructorRunsAfterItsArguments(Trace t) {
        return new Loud(t.v("a", 1), await(t.leaf("b", 2))).a;
    }

    // A known difference: the blocking body initialises the class before its arguments (JLS 15.9.4), the future after.
    static int initialisesAfterTheArguments(Trace t) {
        int a = t.v("a", 1);
        int b = await(t.leaf("b", 2));
        return new Loud(a, b).a;
    }

    final class In {
        final int sum;

        In(int a, int b) {
            Trace.current().log("In");
            sum = a + b + z;
        }
    }

    @Case
    @AsyncFn
    static void outerIsCheckedBeforeTheArguments(Trace t) {
        Operands outer = null;
        t.v("outer", outer).new In(t.v("a", 1), await(t.leaf("b", 2)));
    }

    @Case
    @AsyncFn
    static int outerOfANewInner(Trace t) {
        return new Operands(t).new In(t.v("a", 1), await(t.leaf("b", 2))).sum;
    }

    @Case
    @AsyncFn
    static void receiverIsCheckedAfterTheArguments(Trace t) {
        String s = null;
        t.v("receiver", s).concat(await(t.leaf("argument", "x")));
    }

    @Case
    @AsyncFn
    static void literalNullReceiverIsCheckedAfterTheArguments(Trace t) {
        ((String) null).concat(await(t.leaf("argument", "x")));
    }

    @Case
    @AsyncFn
    static String receiverVariableAssignedByAnArgument(Trace t) {
        String s = "old";
        return s.concat(s = await(t.leaf("s", "new"))) + s;
    }

    @Case
    @AsyncFn
    static String assignedAndUsedAsReceiverAndArgument(Trace t) {
        String r;
        return (r = await(t.leaf("f", "ab"))).concat(r);
    }

    @Case
    @AsyncFn
    static void allDimensionsBeforeTheArray(Trace t) {
        int[][] a = new int[t.v("negative", -1)][await(t.leaf("second", 2))];
        t.log("unreachable " + a.length);
    }

    @Case
    @AsyncFn
    static int dimensionsThatAssign(Trace t) {
        int n = 2;
        int[][][] a = new int[n][n = await(t.leaf("n", 3))][];
        return a.length * 10 + a[0].length;
    }

    @Case
    @AsyncFn
    static String elementsOfAnInitialiser(Trace t) {
        int[] a = {t.v("a", 1), await(t.leaf("b", 2)), t.v("c", 3), await(t.leaf("d", 4))};
        return java.util.Arrays.toString(a);
    }

    @Case
    @AsyncFn
    static int divisionThrowsBeforeTheNextAwait(Trace t) {
        int zero = 0;
        return 1 / zero + await(t.leaf("never", 1));
    }

    @Case
    @AsyncFn
    static int divisionThrowsAfterBothOperands(Trace t) {
        return t.v("one", 1) / await(t.leaf("zero", 0)) + t.v("never", 1);
    }

    @Case
    @AsyncFn
    static void castFailsBeforeTheNextAwait(Trace t) {
        Object o = "s";
        t.v("use", ((Integer) o) + await(t.leaf("never", 1)));
    }

    @Case
    @AsyncFn
    static void unboxingFailsBeforeTheNextAwait(Trace t) {
        Integer n = null;
        int r = n + await(t.leaf("never", 1));
        t.log("unreachable " + r);
    }

    @Case
    @AsyncFn
    static void elementReadFailsBeforeTheNextAwait(Trace t) {
        int[] a = {1};
        int r = a[t.v("i", 2)] + await(t.leaf("never", 1));
        t.log("unreachable " + r);
    }

    @Case
    @AsyncFn
    static void fieldReadFailsBeforeTheNextAwait(Trace t) {
        Operands o = null;
        int r = o.z + await(t.leaf("never", 1));
        t.log("unreachable " + r);
    }

    @Case
    @AsyncFn
    int thisIsAnArgument(Trace t) {
        return add(this, await(t.effect("bump", this::bump)), z);
    }

    private static int add(Operands o, int a, int b) {
        return o.z * 100 + a * 10 + b;
    }

    @Case
    @AsyncFn
    static boolean comparisonKeepsItsLeftOperand(Trace t) {
        int[] a = {1};
        return a[0] < await(t.effect("change", () -> a[0] = 2)) && a[0] == 2;
    }

    private static boolean same(Object a, Object b, int n) {
        return a == b;
    }

    private static java.io.InputStream replaceIn(java.io.InputStream stream) {
        java.io.InputStream old = System.in;
        System.setIn(stream);
        return old;
    }

    /** The standard streams are final, and yet they change (JLS 17.5.4). */
    @Case
    @AsyncFn
    static boolean standardStreamIsReadBeforeItIsReplaced(Trace t) {
        java.io.InputStream other = java.io.InputStream.nullInputStream();
        java.io.InputStream before = System.in;
        try {
            return same(System.in, replaceIn(other), await(t.leaf("x", 1)));
        } finally {
            System.setIn(before);
        }
    }

    private static String text(String a, Object b, int n) {
        return a + b + n;
    }

    private static final String PREFIX = "p" + 1;

    @Case
    @AsyncFn
    static String constantsBesideAwaits(Trace t) {
        int n = -1 + await(t.leaf("x", 1));
        String s = "a" + PREFIX + await(t.leaf("y", 2));
        return text(PREFIX + -2, (byte) 300, await(t.leaf("z", n))) + (1 + 2) + s + ('a' + 1) + await(t.leaf("end", 4));
    }
}
