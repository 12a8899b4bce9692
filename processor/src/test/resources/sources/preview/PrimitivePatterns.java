package preview;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Primitive types in patterns, in {@code instanceof} and in selectors; each method runs as a body and as a future. */
public final class PrimitivePatterns {
    private PrimitivePatterns() {}

    @Target(ElementType.TYPE_USE)
    @interface An {}

    record Point(int x, double y) {}

    record Flagged(long value, boolean flag) {}

    record Box<T>(T content) {}

    private static final long HUNDRED = 100L;

    /** Pending once. */
    private static <T> Future<T> later(T value) {
        boolean[] asked = new boolean[1];
        return cx -> {
            if (asked[0]) {
                return Poll.ready(value);
            }
            asked[0] = true;
            cx.waker().wakeByRef();
            return Poll.pending();
        };
    }

    @AsyncFn
    static String typeTests() {
        int n = await(later(7));
        long l = await(later(HUNDRED));
        String s = "";
        if (l instanceof byte) s += "byte";
        if (l instanceof @An short && await(later(true))) s += "short";
        s += n instanceof char;
        s += await(later(70_000)).intValue() instanceof short;
        s += (n > 1) instanceof boolean;
        Object o = n;
        s += o instanceof Integer instanceof boolean;
        s += o instanceof int && !(o instanceof long);
        return s + (HUNDRED instanceof byte) + (await(later((Object) 3L)) instanceof long);
    }

    @AsyncFn
    static String typePatterns() {
        long l = await(later(300L));
        String s = "";
        if (l instanceof int i) s += i;
        if (l instanceof final int i && i > await(later(5))) s += i;
        if (!(l instanceof @An short kept)) return "none";
        s += kept + await(later(1));
        while (!(l instanceof byte small)) {
            l -= 50;
            await(later(0));
        }
        s += small;
        IntPredicate p = i -> i instanceof byte b && b > 2;
        int chosen = l instanceof int i ? i : await(later(4));
        Object o = await(later((Object) 2.5));
        s += o instanceof double d && d > await(later(2)) ? d : -1;
        return s + p.test(3) + chosen + (await(later(7L)).longValue() instanceof int a && a instanceof byte b ? b : 0);
    }

    @AsyncFn
    static String records() {
        String s = "";
        for (Object o : new Object[] {
            new Point(1, 2), new Point(3, 4.5), new Box<>(7), new Flagged(5, true), new Flagged(1L << 40, false)
        }) {
            if (o instanceof Point(byte x, int y) && y == await(later(2))) s += "whole" + x + y;
            s += switch (await(later(o))) {
                case Point(byte x, int y) -> "a" + x + await(later(y));
                case Point(int x, float y) when y > await(later(4)) -> "b" + x + y;
                case Flagged(int value, boolean flag) when flag -> "c" + value;
                case Flagged(final @An long value, var flag) -> "d" + value + await(later(flag));
                case Box<?>(Integer content) -> "e" + content;
                default -> "f";
            };
        }
        return s;
    }

    @AsyncFn
    static String booleans() {
        String s = "";
        for (boolean b : new boolean[] {true, false}) {
            s += switch (b) {
                case true -> await(later("T"));
                case false -> "F";
            };
            switch (await(later(!b))) {
                case true:
                    s += "t";
                case false:
                    s += await(later("f"));
            }
            s += switch (b) {
                case true -> 1;
                default -> await(later(2));
            };
            switch (b) {
                case true -> s += await(later("x"));
                case false -> s += "y";
            }
            Boolean boxed = b;
            s += switch (boxed) {
                case true:
                    yield await(later("boxed"));
                case false:
                    yield "b";
            };
            s += switch (b) {
                case boolean q when q && await(later(q)) -> "q";
                case boolean q -> "r";
            };
        }
        return s;
    }

    @AsyncFn
    static String whatCannotBeReachedAfterBothBooleans() {
        boolean b = await(later(true));
        switch (b) {
            case true -> {
                return await(later("true"));
            }
            case false -> throw new IllegalStateException();
        }
    }

    @AsyncFn
    static String bothBooleansWithoutAwaits() {
        boolean b = await(later(false));
        switch (b) {
            case true -> throw new IllegalStateException();
            case false -> {
                return "false";
            }
        }
    }

    @AsyncFn
    static String longs() {
        String s = "";
        for (long l = 0; l < 5; l++) {
            s += switch (l) {
                case 1L -> "one";
                case 2L, 3L -> await(later("two"));
                case long q when q > await(later(3L)) -> "more" + q;
                case long q -> "l" + q;
            };
            switch (await(later(l))) {
                case 0L:
                    s += "zero";
                case 1L:
                    s += await(later("less"));
                    break;
                default:
                    s += "-";
            }
            s += switch (l) {
                case byte b when b == 4 -> await(later("four"));
                case int i -> "i" + i;
                case long k -> "k" + k;
            };
        }
        return s + switch (HUNDRED) {
            case 100L -> await(later("hundred"));
            default -> "";
        };
    }

    @AsyncFn
    static String floats() {
        String s = "";
        for (float f : new float[] {0f, -0f, 1.5f, Float.NaN, 2f}) {
            s += switch (f) {
                case 0f -> "zero";
                case -0f -> await(later("minus"));
                case 1.5f -> "half";
                case Float.NaN -> await(later("nan"));
                case int i -> "i" + i;
                case float q -> "q" + q;
            };
        }
        for (double d : new double[] {0, 1.5, 1e300}) {
            s += switch (await(later(d))) {
                case 0.0 -> "zero";
                case 0x1.8p0 -> await(later("half"));
                case double q -> "q" + q;
            };
            switch (d) {
                case 1.5:
                    s += await(later("half"));
                default:
                    s += "-";
            }
        }
        return s;
    }

    @AsyncFn
    static String conversions() {
        String s = "";
        for (int i : new int[] {1, 200, 70_000}) {
            s += switch (i) {
                case byte b -> "b" + await(later(b));
                case short q when q > await(later(100)) -> "s" + q;
                case 70_000 -> "constant";
                case int k -> "k" + k;
            };
            s += switch (i) {
                case byte b -> await(later("byte"));
                case Integer boxed -> "boxed" + boxed;
            };
            s += switch (i) {
                case byte b -> await(later("byte"));
                case double d -> "d" + d;
            };
            s += switch ((byte) i) {
                case 1 -> await(later("one"));
                case long l -> "l" + l;
            };
        }
        Integer boxed = await(later(5));
        s += switch (boxed) {
            case 5 -> await(later("five"));
            case int i -> "i" + i;
        };
        s += switch ('x') {
            case 'a' -> "a";
            case byte b -> "b" + await(later(b));
            case char c -> "c" + c;
        };
        Object o = await(later((Object) 9));
        s += switch (o) {
            case int i when i > await(later(5)) -> "i" + i;
            case long l -> "l" + l;
            default -> "-";
        };
        Number number = 3L;
        return s + switch (number) {
            case int i -> "i" + i;
            case long l -> await(later("l")) + l;
            default -> "-";
        };
    }

    public static void main(String[] args) {
        Map<String, String> bodies = new TreeMap<>();
        Map<String, String> futures = new TreeMap<>();
        bodies.put("typeTests", typeTests());
        futures.put("typeTests", Async.blockOn(PrimitivePatternsAsync.typeTests()));
        bodies.put("typePatterns", typePatterns());
        futures.put("typePatterns", Async.blockOn(PrimitivePatternsAsync.typePatterns()));
        bodies.put("records", records());
        futures.put("records", Async.blockOn(PrimitivePatternsAsync.records()));
        bodies.put("booleans", booleans());
        futures.put("booleans", Async.blockOn(PrimitivePatternsAsync.booleans()));
        bodies.put("both", whatCannotBeReachedAfterBothBooleans());
        futures.put("both", Async.blockOn(PrimitivePatternsAsync.whatCannotBeReachedAfterBothBooleans()));
        bodies.put("without", bothBooleansWithoutAwaits());
        futures.put("without", Async.blockOn(PrimitivePatternsAsync.bothBooleansWithoutAwaits()));
        bodies.put("longs", longs());
        futures.put("longs", Async.blockOn(PrimitivePatternsAsync.longs()));
        bodies.put("floats", floats());
        futures.put("floats", Async.blockOn(PrimitivePatternsAsync.floats()));
        bodies.put("conversions", conversions());
        futures.put("conversions", Async.blockOn(PrimitivePatternsAsync.conversions()));
        if (!bodies.equals(futures)) {
            throw new AssertionError("\nbodies  " + bodies + "\nfutures " + futures);
        }
        System.out.println(bodies.size() + " as their bodies");
    }
}
