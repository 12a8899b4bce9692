package bodies.mixed;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Assignments on all ways, jumps, constants. */
final class Flow {
    private Flow() {}

    static final int ONE = 1;
    private static final byte SMALL = 7;
    static final String PREFIX = "pre" + ONE;

    @Case
    @AsyncFn
    static String finalsAssignedLater(Trace t) {
        final int x;
        final String s;
        if (await(t.leaf("b", true))) {
            x = await(t.leaf("x", 3));
            s = "then";
        } else {
            s = await(t.leaf("else", "else"));
            x = 4;
        }
        Supplier<String> sup = () -> s + x;
        final int y;
        switch (x) {
            case 3:
                y = await(t.leaf("y", 9));
                break;
            default:
                throw new IllegalStateException();
        }
        final long z;
        try {
            z = await(t.leaf("z", 4L));
        } finally {
            t.log("finally");
        }
        List<IntSupplier> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            final int k;
            if (i == 1) k = await(t.leaf("k", 10));
            else k = i;
            all.add(() -> k + y);
        }
        int sum = 0;
        for (IntSupplier each : all) sum += each.getAsInt();
        return sup.get() + y + z + sum;
    }

    @Case
    @AsyncFn
    static int finalsInLoops(Trace t) {
        int n = 0;
        final int found;
        while (true) {
            n += await(t.leaf("n", 2));
            if (n > 5) {
                found = n;
                break;
            }
        }
        final int other;
        do {
            if (await(t.leaf("stop", true))) {
                other = 1;
                break;
            }
        } while (true);
        final boolean c = n > 3 && await(t.leaf("c", true));
        final int w;
        if (c && (w = await(t.leaf("w", 6))) > 5) return found + other + w;
        return -1;
    }

    @Case
    @AsyncFn
    static String constantsOfLocals(Trace t) {
        final int one = 1;
        final int two = one + ONE;
        final String text = "t" + two;
        final char ch = 'a' + 1;
        byte b = two;
        byte small = SMALL + one;
        char up = ch;
        Byte boxed = two;
        await(t.tick("t"));
        b += await(t.leaf("b", 300));
        small = one;
        up = one + 'a';
        short sh = 'b';
        String r = "" + b + small + up + sh + boxed;
        switch (await(t.leaf("s", 2))) {
            case one:
                r += "one";
                break;
            case two:
                r += "two";
                break;
            default:
                r += "none";
        }
        switch (await(t.leaf("str", "t2"))) {
            case text -> r += "text";
            case PREFIX + "x" -> r += "prefix";
            default -> r += "default";
        }
        final String joined = "t" + 2;
        return r + (joined == text) + (("t" + two) == text) + (text + await(t.leaf("e", "")) == text) + (PREFIX == "pre1");
    }

    @Case
    @AsyncFn
    static String unreachableByConstants(Trace t) {
        final boolean debug = false;
        String r = "";
        if (debug) {
            r += await(t.leaf("never", "never"));
            return r;
        }
        while (!debug) {
            r += await(t.leaf("once", "once"));
            if (r.length() > 3) break;
        }
        for (int i = 0; debug || i < 2; i++) r += await(t.leaf("i", i));
        do {
            r += "d";
        } while (debug && await(t.leaf("no", true)));
        int x = debug ? await(t.leaf("x", 1)) : 2;
        return r + x;
    }

    @Case
    @AsyncFn
    static String labels(Trace t) {
        String r = "";
        outer:
        {
            inner:
            for (int i = 0; ; i++) {
                block:
                {
                    if (i == 1) break block;
                    if (await(t.leaf("i", i)) == 2) continue inner;
                    if (i > 3) break outer;
                    r += "b" + i;
                }
                r += "a" + i;
                try {
                    if (i == 3) break inner;
                } finally {
                    r += await(t.leaf("f", "f"));
                }
            }
            r += "after";
        }
        only:
        if (await(t.leaf("c", true))) {
            if (r.length() > 2) break only;
            r += "never";
        }
        sw:
        switch (r.length()) {
            default:
                for (; ; ) {
                    if (await(t.leaf("x", true))) break sw;
                }
            case 0:
                r += "zero";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String compoundNarrowing(Trace t) {
        byte b = 10;
        short s = 3;
        char c = 'a';
        int[] a = {1, 2, 3};
        float f = 1.5f;
        long l = 1;
        b += await(t.leaf("big", 1000));
        b >>>= 1;
        s *= await(t.leaf("d", 1.9));
        c += await(t.leaf("one", 1));
        c++;
        a[await(t.leaf("i", 1))] <<= await(t.leaf("l", 3L));
        f += await(t.leaf("d2", 0.1));
        l += f;
        l ^= await(t.leaf("x", 7));
        int i = 'x';
        i += 0.7;
        String str = null;
        str += c;
        str += await(t.leaf("null", (Object) null));
        boolean z = true;
        z &= await(t.leaf("z", false));
        z |= b > 0 ^ await(t.leaf("y", true));
        Integer boxed = 5;
        boxed += await(t.leaf("five", 5));
        boxed++;
        Character ch = 'q';
        ch++;
        return b + " " + s + c + a[1] + f + l + i + str + z + boxed + ch;
    }

    @Case
    @AsyncFn
    static String orderWithFailures(Trace t) {
        int[] a = {1};
        int[] none = null;
        String r = "";
        try {
            a[t.v("index", 5)] = await(t.leaf("value", 1));
        } catch (ArrayIndexOutOfBoundsException e) {
            r += "index";
        }
        try {
            none[t.v("zero", 0)] += await(t.leaf("never", 1));
        } catch (NullPointerException e) {
            r += "null";
        }
        try {
            r += (t.v("left", 1) / t.v("right", 0)) + await(t.leaf("never2", 1));
        } catch (ArithmeticException e) {
            r += "zero";
        }
        try {
            Object o = "s";
            r += ((Integer) o) + await(t.leaf("never3", 1));
        } catch (ClassCastException e) {
            r += "cast";
        }
        try {
            Object[] objects = new String[1];
            objects[0] = await(t.leaf("int", 1));
        } catch (ArrayStoreException e) {
            r += "store";
        }
        try {
            int[] neg = new int[t.v("neg", -1)] ;
            r += neg.length + await(t.leaf("never4", 1));
        } catch (NegativeArraySizeException e) {
            r += "negative";
        }
        try {
            String s = null;
            r += s.concat(await(t.leaf("arg", "x")));
        } catch (NullPointerException e) {
            r += "npe";
        }
        try {
            switch (await(t.leaf("n", (String) null))) {
                case "a":
                    r += "a";
            }
        } catch (NullPointerException e) {
            r += "switch";
        }
        try {
            for (int x : (int[]) await(t.leaf("arr", (Object) null))) r += x;
        } catch (NullPointerException e) {
            r += "each";
        }
        try {
            throw await(t.leaf("exc", (RuntimeException) null));
        } catch (NullPointerException e) {
            r += "throw";
        }
        return r;
    }

    @Case(assertions = true)
    @AsyncFn
    static String asserts(Trace t) {
        String r = "";
        assert await(t.leaf("ok", true)) : "never";
        try {
            assert r.length() > await(t.leaf("n", 3)) : "length " + await(t.leaf("m", 4));
            r += "disabled";
        } catch (AssertionError e) {
            r += e.getMessage();
        }
        boolean on = false;
        assert on = true;
        return r + on;
    }

    @Case
    @AsyncFn
    static String shadowing(Trace t) {
        String r = "";
        for (int i = 0; i < 2; i++) {
            int x = await(t.leaf("x", i));
            r += x;
        }
        for (String i : List.of("a", "b")) {
            String x = i + await(t.leaf("x", "y"));
            r += x;
        }
        {
            long x = await(t.leaf("l", 5L));
            r += x;
        }
        Runnable run = () -> {
            int inner = 3;
            t.log("" + inner);
        };
        double x = 0.5;
        class PREFIX {
            String ONE = "one";

            String get() {
                String PREFIX = "p";
                return PREFIX + ONE + r2();
            }

            String r2() {
                int ONE = 2;
                return "" + ONE + Flow.ONE;
            }
        }
        await(t.tick("t"));
        run.run();
        int ONE = 11;
        return r + x + new PREFIX().get() + ONE + Flow.PREFIX;
    }

    @Case
    @AsyncFn
    static String oldSwitchScopes(Trace t) {
        String r = "";
        for (int i = 0; i < 4; i++) {
            switch (await(t.leaf("i", i))) {
                case 0:
                    int x = 5;
                    String s;
                    r += x;
                case 1:
                    x = 7;
                    s = "s" + await(t.leaf("s", x));
                    r += s + x;
                    break;
                default:
                    x = await(t.leaf("d", i));
                    if (x == 3) {
                        r += "last";
                        continue;
                    }
                    {
                        class Local {
                            int get() {
                                return 40;
                            }
                        }
                        r += new Local().get() + await(t.leaf("q", "q"));
                    }
            }
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String nestedSwitchExpressions(Trace t) {
        String r = "";
        for (int i = 0; i < 3; i++) {
            final int k = i;
            r += switch (await(t.leaf("k", k))) {
                case 0 -> switch (await(t.leaf("s", "in"))) {
                    case "in", "out" -> {
                        try {
                            yield "in" + await(t.leaf("v", k));
                        } finally {
                            t.log("left");
                        }
                    }
                    default -> throw new IllegalStateException();
                };
                case 1 -> {
                    int n = 0;
                    for (int j = 0; j < 3; j++) {
                        if (j == 2) break;
                        n += await(t.leaf("j", j));
                    }
                    yield n > 0 ? "n" + n : await(t.leaf("none", "none"));
                }
                default -> {
                    IntSupplier s = () -> switch (k) {
                        case 2 -> 22;
                        default -> 0;
                    };
                    yield s.getAsInt();
                }
            };
        }
        return r;
    }
}
