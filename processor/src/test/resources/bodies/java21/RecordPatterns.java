package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class RecordPatterns {
    private RecordPatterns() {}

    record Point(int x, int y) {}

    record Line(Point from, Object to) {}

    record Box<T>(T content) {}

    @Case
    @AsyncFn
    static int flowsPastTheStatement(Trace t) {
        Object o = await(t.leaf("o", (Object) new Line(new Point(1, 2), new Point(3, 4))));
        if (!(o instanceof Line(Point(int a, var b), Point to))) return -1;
        await(t.tick("t"));
        return a + b * 10 + to.x() * 100 + to.y() * 1000;
    }

    @Case
    @AsyncFn
    static int throughAnd(Trace t) {
        Object o = await(t.leaf("o", (Object) new Point(3, 4)));
        if (o instanceof Point(int x, int y) && x < await(t.leaf("limit", 5)) && y == 4) {
            x += await(t.leaf("one", 1));
            return x * y;
        }
        return -1;
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        Box<Box<String>> box = await(t.leaf("box", new Box<>(new Box<>("s"))));
        if (box instanceof Box<Box<String>>(Box<String>(var s)) && !s.isEmpty()) {
            await(t.tick("t"));
            return s;
        }
        return "never";
    }

    @Case
    @AsyncFn
    static int inAWhile(Trace t) {
        Object o = new Line(new Point(0, 0), 3);
        int n = 0;
        while (o instanceof Line(Point p, Integer left) && left > 0) {
            n += left + p.x();
            o = await(t.leaf("next", new Line(new Point(n, 0), left - 1)));
        }
        return n;
    }

    @Case
    @AsyncFn
    static String patternSwitchWithoutAwait(Trace t) {
        String s = "";
        for (Object o : List.of(1, "two", new Point(3, 4), 'c')) {
            await(t.tick("t"));
            s += switch (o) {
                case Integer i when i > 5 -> "big";
                case Integer i -> "int" + i;
                case String u -> u;
                case Point(int x, int y) -> x + y;
                default -> "other";
            };
            switch (o) {
                case Point p -> {
                    if (p.x() == 3) continue;
                }
                case Character c -> {
                    return s + c;
                }
                default -> s += ",";
            }
            s += await(t.leaf("dot", "."));
        }
        return s;
    }

    @Case
    @AsyncFn
    static void accessorThatThrows(Trace t) {
        record Bad(int x) {
            public int x() {
                throw new IllegalStateException("accessor");
            }
        }
        Object o = await(t.leaf("o", (Object) new Bad(1)));
        if (o instanceof Bad(int x)) {
            await(t.tick("never"));
            t.log("unreachable " + x);
        }
    }
}
