package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Values are tested by patterns of private classes. */
final class Patterns {
    private sealed interface Shape permits Circle, Square {}

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    private static class Box<T> {
        T content;

        Box(T content) {
            this.content = content;
        }

        T get() {
            return content;
        }
    }

    private static final class Named extends Box<String> {
        Named(String name) {
            super(name);
        }
    }

    private static final class Open implements AutoCloseable {
        String state = "open";

        @Override
        public void close() {
            state = "closed";
        }
    }

    private final class Inner {
        int value() {
            return offset;
        }
    }

    private final int offset;

    Patterns(int offset) {
        this.offset = offset;
    }

    static Object shape(int n) {
        return n == 0 ? null : n > 0 ? new Circle(n) : n == -9 ? "none" : new Square(-n);
    }

    private static String text(Circle circle) {
        return "c" + circle.radius();
    }

    private static String text(Square square) {
        return "s" + square.side();
    }

    @Case
    @AsyncFn
    static String inText(Trace t) {
        String s = "";
        for (int n : new int[] {await(t.leaf("n", 3)), -4, 0, -9}) {
            Object o = shape(n);
            if (o instanceof Circle circle && circle.radius() > 2) {
                s += text(circle) + circle;
            } else if (o instanceof final Square square) {
                s += text(square) + (square.side() == 4 ? square.equals(new Square(4)) : "-");
            } else {
                s += o;
            }
            s += o instanceof Circle c ? c.radius() : o instanceof Shape any ? any.hashCode() : "?";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String acrossAwaits(Trace t) {
        String s = "";
        for (int n : new int[] {3, -4, 0, -9}) {
            Object o = shape(n);
            if (o instanceof Circle circle && await(t.leaf("r", 2)) < circle.radius()) {
                s += text(circle) + await(t.leaf("c", circle.radius()));
                s += circle;
            } else if (!(o instanceof Square square)) {
                s += await(t.leaf("o", o));
            } else {
                await(t.tick("q"));
                Supplier<Square> kept = () -> square;
                s += text(kept.get()) + await(t.leaf("q", square)).side();
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String flowsOut(Trace t) {
        Object o = await(t.leaf("o", shape(5)));
        if (!(o instanceof Circle circle)) return "none";
        await(t.tick("t"));
        Object p = shape(-2);
        if (!(p instanceof Shape shape && shape instanceof Square square)) {
            throw new IllegalStateException();
        }
        Function<Integer, String> f = n -> n + text(circle) + square.side();
        return f.apply(await(t.leaf("n", 1))) + circle + shape;
    }

    @Case
    @AsyncFn
    static int inLoops(Trace t) {
        Object o = new Circle(3);
        int sum = 0;
        while (o instanceof Circle circle && circle.radius() > 0) {
            Circle before = circle;
            Supplier<Integer> radius = () -> before.radius();
            sum = 10 * sum + radius.get();
            o = await(t.leaf("next", new Circle(circle.radius() - 1)));
        }
        for (Object p = new Square(2); p instanceof Square square && square.side() < 5; p = new Square(square.side() + 1)) {
            Supplier<Square> kept = () -> square;
            sum += kept.get().side() * await(t.leaf("x", 100));
        }
        do {
            sum++;
        } while (!(shape(sum % 7 == 0 ? 1 : -9) instanceof Circle last));
        return sum + last.radius();
    }

    @Case
    @AsyncFn
    static String awaitedOperand(Trace t) {
        String s = "";
        for (int n : new int[] {3, -4, 0}) {
            s += await(t.leaf("o", shape(n))) instanceof Circle circle ? text(circle) : "-";
            boolean square = await(t.leaf("p", shape(n))) instanceof Square q && q.side() == await(t.leaf("four", 4));
            s += square;
            if (await(t.leaf("q", shape(n))) instanceof Shape shape) {
                s += shape;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inLambdas(Trace t) {
        Predicate<Object> large = o -> o instanceof Circle c && c.radius() > 2 || o instanceof Square s && s.side() > 2;
        Function<Object, String> name = o -> {
            if (!(o instanceof Circle c)) {
                return "no";
            }
            Supplier<String> text = c::toString;
            return text.get() + c.radius();
        };
        await(t.tick("t"));
        String s = "";
        for (Object o : List.of(shape(1), shape(3), shape(-3), "x")) {
            s += large.test(o) + name.apply(o);
        }
        return s + await(t.leaf("z", "z"));
    }

    @Case
    @AsyncFn
    static String inClasses(Trace t) {
        Object first = shape(2);
        class Tester {
            int of(Object o) {
                return o instanceof Circle c && first instanceof Circle d ? c.radius() + d.radius() : -1;
            }
        }
        Tester tester = new Tester();
        await(t.tick("t"));
        var other = new Object() {
            Circle circle(Object o) {
                return o instanceof Circle c ? c : null;
            }
        };
        int n = tester.of(shape(4)) + tester.of("x");
        await(t.tick("u"));
        return n + text(other.circle(shape(7))) + other.circle("y");
    }

    @Case
    @AsyncFn
    static String inBlocks(Trace t) {
        Object o = await(t.leaf("o", shape(6)));
        if (o instanceof Circle circle) {
            var radius = async(() -> {
                Object p = shape(-circle.radius());
                if (p instanceof Square square && await(t.leaf("b", 6)) == square.side()) {
                    await(t.tick("u"));
                    return text(square) + text(circle);
                }
                return "none";
            });
            return await(radius);
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        Box<String> box = new Box<>(await(t.leaf("s", "s")));
        Object any = box;
        String s = "";
        if (any instanceof Box<?> b && b.get() instanceof String word) {
            s += word + b.get().hashCode();
        }
        Box<String> more = new Named("n");
        if (more instanceof Named named) {
            await(t.tick("t"));
            named.content += "!";
            s += named.content;
        }
        return s + (any instanceof Named) + (box instanceof Named none ? none.content : "-");
    }

    @Case
    @AsyncFn
    static String resources(Trace t) {
        Object o = new Open();
        String s = "";
        await(t.tick("t"));
        if (o instanceof Open open) {
            try (open) {
                s += open.state + await(t.leaf("x", "x"));
            }
            s += open.state;
        }
        if (o instanceof Open again) {
            try (again) {
                s += again.state;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String sideEffects(Trace t) {
        int[] calls = {0};
        Supplier<Object> next = () -> shape(++calls[0]);
        await(t.tick("t"));
        String s = "";
        if (next.get() instanceof Circle c && next.get() instanceof Circle d && !(next.get() instanceof Square)) {
            s += c.radius() + "" + d.radius() + await(t.leaf("z", calls[0]));
        }
        boolean same = next.get() instanceof Circle e == (calls[0] == 4);
        return s + same + calls[0];
    }

    @Case
    @AsyncFn
    static String ofAnInstance(Trace t) {
        Patterns outer = new Patterns(await(t.leaf("n", 7)));
        return await(outer.inner(t, outer.new Inner())) + await(outer.inner(t, "x"));
    }

    @AsyncFn
    String inner(Trace t, Object o) {
        await(t.tick("t"));
        return o instanceof Inner inner && await(t.leaf("y", true)) ? "i" + inner.value() : "-";
    }

    @Case
    @AsyncFn
    static String wronglyCast(Trace t) {
        Object o = shape(-3);
        try {
            await(t.tick("t"));
            if (o instanceof Shape shape) {
                return text((Circle) shape);
            }
            return "never";
        } catch (ClassCastException e) {
            return "cast" + (o instanceof Square square ? square.side() : 0);
        }
    }
}
