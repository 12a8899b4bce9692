package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of what is iterated over is inferred and has no name; the variable's type is another of its bounds. */
final class IntersectionIterables {
    private IntersectionIterables() {}

    interface Shape {
        int size();
    }

    record Circle(int size) implements Shape {}

    record Square(int size) implements Shape {}

    @Case
    @AsyncFn
    static int boundThatIsNotTheFirst(Trace t) {
        int n = 0;
        for (Shape shape : List.of(new Circle(1), new Square(2))) {
            n += await(t.leaf("n", 10)) + shape.size();
        }
        return n;
    }

    @Case
    @AsyncFn
    static int varOfTheIntersection(Trace t) {
        int n = 0;
        for (var shape : List.of(new Circle(1), new Square(2))) {
            n += await(t.leaf("n", 10)) + shape.size() + shape.toString().length();
        }
        return n;
    }

    @Case
    @AsyncFn
    static String collectionsOfTheIntersection(Trace t) {
        var list = List.of(new Circle(1), new Square(2));
        var map = Map.of("k", new Circle(3), "l", new Square(4));
        await(t.tick("t"));
        int n = list.get(0).size() + list.stream().mapToInt(s -> s.size()).sum();
        n += map.get("k").size() * 10;
        for (var e : map.entrySet()) {
            n += await(t.leaf("hundred", 100)) * e.getValue().size();
        }
        var some = Optional.of(list.get(1));
        await(t.tick("u"));
        return n + "" + some.get().size() + some.map(s -> s.size() + 1).get();
    }
}
