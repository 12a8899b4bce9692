package bodies.numbers;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Compound assignment with an awaited right side: promotion, then the implicit cast back. */
final class CompoundOperators {
    private byte b = 100;
    private short s = 30_000;
    private char c = 'x';
    private int i = 7;
    private long l = 1L << 40;
    private float f = 1.5f;
    private double d = 10;
    private boolean z = true;

    CompoundOperators(Trace t) {}

    @Case
    @AsyncFn
    String byteTargets(Trace t) {
        byte x = 100;
        x += await(t.leaf("int", 100));
        b *= await(t.leaf("double", 2.75));
        byte[] a = {127};
        a[0]++;
        a[0] -= await(t.leaf("long", 3_000_000_000L));
        x >>>= await(t.leaf("shift", 1));
        x ^= await(t.leaf("char", 'a'));
        return x + " " + b + " " + a[0];
    }

    @Case
    @AsyncFn
    String shortTargets(Trace t) {
        short x = -1;
        x >>>= await(t.leaf("shift", 10));
        s += await(t.leaf("int", 10_000));
        s /= await(t.leaf("float", 0.5f));
        return x + " " + s;
    }

    @Case
    @AsyncFn
    String charTargets(Trace t) {
        char x = 'a';
        x += await(t.leaf("one", 1));
        c -= await(t.leaf("char", 'b'));
        char[] a = {'z'};
        a[0] *= await(t.leaf("half", 0.5));
        x |= await(t.leaf("byte", (byte) 0x10));
        return x + " " + (int) c + " " + a[0];
    }

    @Case
    @AsyncFn
    String intTargets(Trace t) {
        int x = 7;
        x += await(t.leaf("double", 2.9));
        x -= await(t.leaf("a", 20));
        x *= await(t.leaf("long", 1L << 33));
        i %= await(t.leaf("four", 4));
        i <<= await(t.leaf("shift", 33L));
        x |= i;
        x ^= await(t.leaf("char", 'c'));
        x &= ~await(t.leaf("bit", 1));
        int y = -17;
        y >>= await(t.leaf("two", 2));
        y >>>= await(t.leaf("28", 28));
        y /= await(t.leaf("third", 0.3f));
        return x + " " + i + " " + y;
    }

    @Case
    @AsyncFn
    String longTargets(Trace t) {
        long x = 5;
        x += await(t.leaf("float", 0.9f));
        l <<= await(t.leaf("big", 65));
        l |= await(t.leaf("int", -1));
        x -= await(t.leaf("char", 'a'));
        x %= await(t.leaf("ten", 10L));
        l >>>= await(t.leaf("60", 60));
        return x + " " + l;
    }

    @Case
    @AsyncFn
    String floatingTargets(Trace t) {
        f += await(t.leaf("double", 0.1));
        d %= await(t.leaf("three", 3));
        float x = 16777216f;
        x += await(t.leaf("one", 1));
        double y = 1;
        y /= await(t.leaf("zero", 0));
        d -= await(t.leaf("long", Long.MAX_VALUE));
        return f + " " + d + " " + x + " " + y;
    }

    @Case
    @AsyncFn
    String booleanTargets(Trace t) {
        boolean x = true;
        x &= await(t.leaf("a", false));
        x |= await(t.leaf("b", true));
        z ^= await(t.leaf("c", true));
        boolean[] a = {false};
        a[0] |= t.v("d", false) || await(t.leaf("e", true));
        return x + " " + z + " " + a[0];
    }

    @Case
    @AsyncFn
    String boxedTargets(Trace t) {
        Integer x = 1;
        x += await(t.leaf("a", 2));
        Long y = 5L;
        y *= await(t.leaf("b", 3));
        Double w = 1.0;
        w /= await(t.leaf("c", 4));
        Boolean q = true;
        q &= await(t.leaf("d", false));
        Integer[] a = {10};
        a[0] -= await(t.leaf("e", 3));
        Character ch = 'a';
        ch++;
        await(t.tick("t"));
        return x + " " + y + " " + w + " " + q + " " + a[0] + " " + ch;
    }

    @Case
    @AsyncFn
    static void nullBoxedTargetThrowsBeforeTheValue(Trace t) {
        Integer x = null;
        x += await(t.leaf("never", 1));
        t.log("unreachable " + x);
    }

    @Case
    @AsyncFn
    static void nullBoxedValueThrowsAfterwards(Trace t) {
        int x = 1;
        x += t.v("before", 1) + await(t.leaf("null", (Integer) null));
        t.log("unreachable " + x);
    }

    @Case
    @AsyncFn
    String valueOfTheExpressionIsNarrowed(Trace t) {
        byte x = 100;
        int y = x += await(t.leaf("a", 100));
        long w = b -= await(t.leaf("b", 300));
        return y + " " + w;
    }
}
