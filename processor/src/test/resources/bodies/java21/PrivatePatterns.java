package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Switches over patterns of private classes. */
final class PrivatePatterns {
    private PrivatePatterns() {}

    private sealed interface Shape permits Circle, Square, Dot {}

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    private record Dot(String name) implements Shape {}

    static Object shape(int n) {
        return switch (n) {
            case 0 -> null;
            case 7 -> "seven";
            case 8 -> new Dot("DOT");
            default -> n > 0 ? new Circle(n) : new Square(-n);
        };
    }

    static Shape known(int n) {
        return (Shape) shape(n);
    }

    @Case
    @AsyncFn
    static String exhaustive(Trace t) {
        String s = "";
        for (int n : new int[] {await(t.leaf("n", 3)), -4, 8}) {
            s += switch (known(n)) {
                case Circle circle -> "c" + circle.radius();
                case Square square -> "s" + square.side();
                case Dot dot -> dot.name();
            };
            switch (known(n)) {
                case Circle c:
                    s += c;
                    break;
                case Square q when q.side() > 9 || n == 0:
                    s += "large";
                    break;
                case Square q:
                    s += q;
                    break;
                case Dot d:
                    s += "end";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String exhaustiveWithAwaits(Trace t) {
        String s = "";
        for (int n : new int[] {3, -4, 8}) {
            s += switch (known(await(t.leaf("n", n)))) {
                case Circle circle -> "c" + await(t.leaf("r", circle.radius())) + circle;
                case Square square -> {
                    Supplier<Square> kept = () -> square;
                    await(t.tick("q"));
                    yield kept.get().side() + "" + square;
                }
                case Dot dot -> dot + await(t.leaf("d", dot.name()));
            };
            switch (known(n)) {
                case Circle c -> s += c.radius() + await(t.leaf("x", "x"));
                case Square q -> s += q;
                case Dot d -> await(t.tick("d"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String guards(Trace t) {
        String s = "";
        for (int n : new int[] {3, 1, -4, 7, 8, 0}) {
            Object o = shape(n);
            s += switch (o) {
                case Circle c when c.radius() > 2 || n == 9 -> "large" + c.radius();
                case Circle c -> "small" + c;
                case String word -> word;
                case null -> "null";
                case Square q when q.side() > 4 -> "no";
                case Shape any -> "any" + any + await(t.leaf("a", any));
                default -> "other";
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String awaitedGuards(Trace t) {
        String s = "";
        for (int n : new int[] {3, 1, -4, 7, 8}) {
            Object o = shape(n);
            s += switch (o) {
                case Circle c when c.radius() > await(t.leaf("two", 2)) -> "large" + c.radius();
                case Circle c when await(t.leaf("never", false)) -> "never" + c;
                case String word when word.length() == await(t.leaf("five", 5)) -> word;
                case Square q when await(t.leaf("always", true)) && q.side() > 1 -> "q" + q + await(t.leaf("q", q.side()));
                default -> "d" + o;
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nullSelector(Trace t) {
        Shape shape = known(0);
        try {
            await(t.tick("t"));
            return switch (shape) {
                case Circle c -> "c" + c;
                case Square q -> await(t.leaf("q", "q"));
                case Shape other -> "other" + other;
            };
        } catch (NullPointerException e) {
            return "null" + await(t.leaf("z", "z"));
        }
    }

    @Case
    @AsyncFn
    static String inLambdas(Trace t) {
        Function<Object, String> name = o -> switch (o) {
            case Circle c when c.radius() > 2 -> "large";
            case Circle c -> "c" + c.radius();
            case Shape any -> any.toString();
            case String any -> any;
            default -> "?";
        };
        await(t.tick("t"));
        String s = "";
        for (Object o : List.of(shape(1), shape(3), shape(-3), shape(7), 4)) {
            s += name.apply(o);
        }
        Function<Shape, Integer> number = shape -> {
            switch (shape) {
                case Circle c -> {
                    return c.radius();
                }
                case Square q -> {
                    return -q.side();
                }
                case Dot d -> {
                    return 0;
                }
            }
        };
        return s + number.apply(known(2)) + number.apply(known(-5)) + number.apply(known(8)) + await(t.leaf("z", "z"));
    }

    @Case
    @AsyncFn
    static String unconditional(Trace t) {
        Circle circle = new Circle(await(t.leaf("n", 4)));
        int n = switch (circle) {
            case Circle c when c.radius() == await(t.leaf("m", 5)) -> 1;
            case Circle c -> c.radius();
        };
        Object o = circle;
        return n + switch (o) {
            case Square q -> "q";
            case Object other -> other.toString();
        };
    }

    @Case
    @AsyncFn
    static String testsInGuards(Trace t) {
        Object o = await(t.leaf("o", shape(5)));
        Object p = shape(-6);
        String s = switch (o) {
            case Circle c when p instanceof Square q && q.side() > c.radius() -> "both" + q + c;
            default -> "none";
        };
        await(t.tick("t"));
        return s;
    }

    /** Those that it permits can be named. */
    private sealed interface Figure permits Line, Corner {}

    record Line(int length) implements Figure {}

    record Corner(Object left, int angle) implements Figure {}

    static Object figure(int n) {
        return n == 0 ? null : n > 0 ? new Line(n) : new Corner("c", n);
    }

    @Case
    @AsyncFn
    static String ofNamedClasses(Trace t) {
        Figure line = new Line(await(t.leaf("n", 3)));
        String s = switch (line) {
            case Line l -> "l" + l.length();
            case Corner c -> "c" + c.angle();
        };
        for (int n : new int[] {2, -5}) {
            Figure figure = (Figure) figure(n);
            s += switch (figure) {
                case Line(var length) when length > 9 -> "long";
                case Line l -> l + await(t.leaf("l", "l"));
                case Corner(String left, var angle) -> left + angle + await(t.leaf("c", "c"));
                case Corner c -> "c";
            };
            switch (figure) {
                case Line l -> s += l.length();
                case Corner(var left, var angle) -> s += left;
            }
            if (figure instanceof Corner(String left, int angle) && angle < 0) {
                s += left + await(t.leaf("x", angle));
            }
        }
        Function<Figure, Integer> size = figure -> switch (figure) {
            case Line(var length) -> length;
            case Corner c -> -c.angle();
        };
        return s + size.apply(new Corner(line, 4)) + size.apply(line);
    }

    @Case
    @AsyncFn
    static String nullOfNamedClasses(Trace t) {
        Figure figure = (Figure) figure(0);
        try {
            await(t.tick("t"));
            return switch (figure) {
                case Line l -> "l" + l;
                case Corner c -> await(t.leaf("c", "c"));
            };
        } catch (NullPointerException e) {
            return "null" + await(t.leaf("z", "z"));
        }
    }
}
