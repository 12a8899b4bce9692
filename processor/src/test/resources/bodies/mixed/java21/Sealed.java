package bodies.mixed.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Sealed {
    private Sealed() {}

    sealed interface Shape<T> permits Circle, Square, Group {}

    record Circle<T>(T r) implements Shape<T> {}

    record Square<T>(T side, Color color) implements Shape<T> {}

    record Group<T>(Shape<T> left, Shape<T> right) implements Shape<T> {}

    enum Color {
        RED,
        GREEN
    }

    @AsyncFn
    static <T extends Comparable<T>> String show(Trace t, Shape<T> shape) {
        return switch (shape) {
            case Circle<T>(var r) when await(t.leaf("big", r.compareTo(r) > 0)) -> "never";
            case Circle<T>(T r) -> "c" + await(t.leaf("r", r));
            case Square<T>(var s, Color c) when c == Color.RED -> "red" + s;
            case Square<T> s -> "square" + await(t.leaf("s", s.side()));
            case Group<T>(Circle<T>(var a), Square<T>(var b, var c)) when a.compareTo(b) == await(t.leaf("cmp", 0)) -> "same" + c;
            case Group<T>(var a, var b) -> "(" + show(t, a) + await(show(t, b)) + ")";
        };
    }

    @Case
    @AsyncFn
    static String sealedGenerics(Trace t) {
        Shape<Integer> circle = new Circle<>(1);
        Shape<Integer> square = new Square<>(2, Color.GREEN);
        return show(t, new Group<>(circle, new Square<>(1, Color.RED))) + show(t, new Group<>(circle, square))
                + show(t, new Square<>("x", Color.RED));
    }

    @Case
    @AsyncFn
    static String qualifiedEnums(Trace t) {
        String r = "";
        for (Object o : List.of(Color.RED, Color.GREEN, "s", 5, 'c', 7L)) {
            r += switch (o) {
                case Color.RED -> "red" + await(t.leaf("x", 1));
                case Color c when c.ordinal() == await(t.leaf("ord", 1)) -> c.name();
                case Color c -> "none";
                case String s when s.isEmpty() -> "empty";
                case String s -> {
                    if (await(t.leaf("q", true))) yield s + s;
                    yield "never";
                }
                case Integer i when i > 4 && await(t.leaf("i", true)) -> i + 1;
                case Integer i -> i;
                case Character c -> (int) c;
                default -> o.getClass().getSimpleName();
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String nullsAndMatchExceptions(Trace t) {
        String r = "";
        for (int i = 0; i < 3; i++) {
            Object o = i == 0 ? null : i == 1 ? "s" : new Group<>(new Circle<>(null), null);
            try {
                switch (await(t.leaf("o", o))) {
                    case null -> r += "null";
                    case String s when s.length() == await(t.leaf("len", 1)) -> r += s;
                    case Group<?>(Circle<?>(String s), var x) -> r += "string";
                    case Group<?>(Circle<?>(var c), Shape<?> x) -> r += "circle" + c + x;
                    case Object x -> r += "object";
                }
            } catch (MatchException e) {
                r += "match";
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    static String patternsInLoops(Trace t) {
        Object o = new Group<>(new Circle<>(3), new Circle<>("x"));
        int depth = 0;
        while (o instanceof Group<?>(var left, var right) && depth < await(t.leaf("max", 5))) {
            depth++;
            o = await(t.leaf("next", depth == 1 ? new Group<>(null, left == null ? null : null) : right));
        }
        if (!(o instanceof Circle<?>(Integer n))) return depth + "not" + o;
        return depth + "" + n;
    }

    @Case
    @AsyncFn
    static String oldStylePatterns(Trace t) {
        String r = "";
        for (CharSequence cs : List.of("ab", new StringBuilder("sb"), "")) {
            switch (cs) {
                case String s when s.isEmpty():
                    r += "empty";
                    break;
                case String s:
                    r += await(t.leaf("s", s));
                    if (s.length() == 2) break;
                    r += "never";
                    break;
                case StringBuilder b:
                    b.append(await(t.leaf("b", "!")));
                    r += b;
                default:
                    r += "fell";
            }
        }
        return r;
    }
}
