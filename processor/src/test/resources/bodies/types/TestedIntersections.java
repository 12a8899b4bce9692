package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;

/** A value that is several types at once is tested for one more: javac fails on such a test of a cast to several types. */
final class TestedIntersections {
    private TestedIntersections() {}

    interface Shape {
        default String shape() {
            return "shape" + this;
        }
    }

    interface Typed<T> {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    /** The last of the types that it has in common with the other one has the type argument: it is not cast unchecked. */
    record Box<T>(T value) implements Shape, Typed<T> {}

    record Crate<T>(T value) implements Shape, Typed<T> {}

    static class Missing extends RuntimeException implements Shape {
        private static final long serialVersionUID = 1;
    }

    static class Broken extends RuntimeException implements Shape {
        private static final long serialVersionUID = 1;
    }

    static boolean c() {
        return true;
    }

    @Case
    @AsyncFn
    static Object caughtByAUnion(Trace t) throws Exception {
        try {
            t.log("" + await(t.leaf("a", 1)));
            throw new Broken();
        } catch (Missing | Broken e) {
            await(t.tick("b"));
            Supplier<Boolean> later = () -> e instanceof Missing;
            return e.shape().length() + " " + (e instanceof Broken) + later.get();
        }
    }

    @Case
    @AsyncFn
    static Object lambdaOfTwoTypes(Trace t) throws Exception {
        var run = (Runnable & Serializable) () -> t.log("run");
        await(t.tick("a"));
        run.run();
        return run instanceof Serializable;
    }

    @Case
    @AsyncFn
    static Object testedForParameterizedType(Trace t) throws Exception {
        var x = c() ? new Box<String>("abc") : new Crate<String>("d");
        await(t.tick("a"));
        Supplier<Integer> later = () -> x instanceof Box<String> b ? b.value().length() : 0;
        return later.get() + "" + (x instanceof Box<String> b ? b.value().charAt(1) : "none") + (x instanceof Box<?>);
    }

    @Case
    @AsyncFn
    static Object awaitedForParameterizedType(Trace t) throws Exception {
        return await(t.leaf("x", c() ? new Box<String>("abc") : new Crate<String>("d"))) instanceof Box<String> b
                ? b.value().length()
                : 0;
    }

    @Case
    @AsyncFn
    static Object elementOfALoop(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(new Circle(1), new Square(2))) {
            await(t.tick("a"));
            if (x instanceof Circle circle && await(t.leaf("r", circle.radius())) == 1) {
                s += circle.radius();
            } else if (!(x instanceof Square square)) {
                return "none";
            } else {
                await(t.tick("b"));
                s += square.side();
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object awaitedItself(Trace t) throws Exception {
        return (await(t.leaf("x", c() ? new Circle(1) : new Square(2))) instanceof Circle circle ? circle.radius() : 0)
                + ((await(t.leaf("y", c() ? new Circle(1) : new Square(2)))) instanceof Square ? "square" : "other");
    }

    @Case
    @AsyncFn
    static Object chosen(Trace t) throws Exception {
        return (c() ? await(t.leaf("x", new Circle(3))) : new Square(await(t.leaf("y", 4)))) instanceof Circle circle
                ? circle.radius()
                : 0;
    }

    @Case
    @AsyncFn
    static Object capturedByClasses(Trace t) throws Exception {
        var x = c() ? new Circle(1) : new Square(2);
        await(t.tick("a"));
        var anonymous = new Object() {
            final boolean first = x instanceof Circle;

            boolean isSquare() {
                return (x) instanceof Square;
            }
        };
        await(t.tick("b"));
        class Local {
            String all() {
                return x.shape() + (x instanceof Circle circle ? circle.radius() : 0) + anonymous.first;
            }
        }
        var local = new Local();
        await(t.tick("c"));
        return local.all() + new Local().all() + anonymous.isSquare();
    }

    @Case
    @AsyncFn
    static Object castAndCompared(Trace t) throws Exception {
        var x = c() ? new Circle(1) : new Square(2);
        await(t.tick("a"));
        Circle circle = (Circle) x;
        Supplier<Circle> later = () -> (Circle) x;
        Object o = x;
        return "" + circle.radius() + ((Shape) x).shape() + later.get() + (x == o) + (circle == x) + x;
    }
}
