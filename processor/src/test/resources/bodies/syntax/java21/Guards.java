package bodies.syntax.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** Guards of every form before an arrow and before a colon; what may stand before a pattern. */
@SuppressWarnings("fallthrough")
final class Guards {
    @Target(ElementType.TYPE_USE)
    @interface An {}

    @Target({ElementType.LOCAL_VARIABLE, ElementType.PARAMETER})
    @interface OfVariable {}

    record Pair<A>(A a, Object b) {}

    sealed interface Side permits Left, Right {}

    enum Left implements Side {
        A,
        B
    }

    enum Right implements Side {
        C
    }

    private static final boolean YES = 1 < 2;

    private static Object[] all() {
        return new Object[] {1, 2L, "s", "", 'c', 1.5, new Pair<>(1, "x"), new Pair<>("y", 2), new int[] {1}, List.of(1)};
    }

    @Case
    @AsyncFn
    static String beforeArrows(Trace t) {
        boolean b = await(t.leaf("b", true)), c = b;
        boolean[] kept = new boolean[1];
        String s = "";
        for (Object o : all()) {
            s += switch (o) {
                case Integer i when b && !c -> "1";
                case Integer i when b ? c : !b -> "2" + await(t.leaf("i", i));
                case Long l when kept[0] = b -> "3" + kept[0];
                case String x when (x.isEmpty()) -> await(t.leaf("empty", "4"));
                case String x when b == (c) -> "5";
                case Character x when b ? (c) : (b) -> "6";
                case Double d when c -> "7";
                case Pair<?>(Integer a, var d) when a > await(t.leaf("zero", 0)) ? b : c -> "8" + d;
                case Pair<?>(var a, var d) when ((Supplier<Boolean>) () -> b).get() -> "9" + a + d;
                case int[] a when a[0] == 1 & b | c ^ b -> "10";
                case Object x when YES -> "11";
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String beforeColons(Trace t) {
        boolean b = await(t.leaf("b", true)), c = b;
        boolean[] kept = new boolean[1];
        String s = "";
        for (Object o : all()) {
            switch (o) {
                case Integer i when b ? c : !b:
                    s += await(t.leaf("i", i));
                    break;
                case Long l when kept[0] ^= b:
                    s += kept[0];
                    break;
                case String x when x.isEmpty() ? (b) : (x.length() > await(t.leaf("zero", 0))):
                    s += "x";
                    break;
                case Pair<?>(String a, Object d) when (c):
                    s += a + d;
                    break;
                default:
                    s += await(t.leaf("d", "d"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String modifiersOfPatterns(Trace t) {
        String s = await(t.leaf("s", "s"));
        for (Object o : all()) {
            s += switch (o) {
                case final @OfVariable Integer i -> "1" + await(t.leaf("i", i));
                case @An @OfVariable final String x -> "2" + x;
                case Pair<?>(@OfVariable final Integer a, final @An String b) when await(t.leaf("yes", true)) -> b + a;
                case @OfVariable @An Pair<?> p -> "4";
                case @OfVariable int @An [] a -> "5" + a[0];
                default -> "6";
            };
            if (o instanceof @OfVariable final List<?> l && l.size() > await(t.leaf("none", 0))) s += l;
            if (o instanceof final @OfVariable @An Long l) s += l;
        }
        return s;
    }

    @Case
    @AsyncFn
    static int constantsOfSealedInterfaces(Trace t) {
        Side side = await(t.leaf("side", Left.B));
        int n = switch (side) {
            case Left.A -> 1;
            case Left.B -> await(t.leaf("n", 2));
            case Right.C -> 3;
        };
        switch (side) {
            case Left.A -> {
                return n;
            }
            case Left.B -> {
                return n + 10;
            }
            case Right.C -> throw t.boom("c");
        }
    }

    @Case
    @AsyncFn
    static int constantGuards(Trace t) {
        Object o = await(t.leaf("o", "o"));
        int n = switch (o) {
            case Integer i when i > await(t.leaf("one", 1)) -> 1;
            case Object x when !false && YES -> await(t.leaf("n", 2));
        };
        switch (o) {
            case Integer i when i > 1 -> {
                return 1;
            }
            case Object x when YES -> {
                return n + 5;
            }
        }
    }
}
