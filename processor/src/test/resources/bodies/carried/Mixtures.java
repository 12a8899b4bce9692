package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Private types in forms that stand beside the plain ones. */
final class Mixtures {
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Mark {
        int value() default 1;

        Class<?> type() default Object.class;
    }

    private @interface Quiet {
        Class<?> value() default Object.class;
    }

    private enum Level {
        LOW(1) {
            @Override
            String sign() {
                return "-";
            }
        },
        HIGH(9);

        static final Level DEFAULT = HIGH;

        private final int weight;

        Level(int weight) {
            this.weight = weight;
        }

        String sign() {
            return "+";
        }

        static Level of(int n) {
            return n > 4 ? HIGH : LOW;
        }
    }

    private interface Greeter {
        String greeting();

        default String greet(String name) {
            return greeting() + " " + name;
        }

        static Greeter plain() {
            return () -> "plain";
        }
    }

    private interface Polite extends Greeter {
        @Override
        default String greet(String name) {
            return "Dear " + Greeter.super.greet(name);
        }
    }

    private record Range(int from, int to) implements Iterable<Integer> {
        static final Range EMPTY = new Range(0, 0);

        Range {
            if (to < from) {
                throw new IllegalArgumentException(from + ".." + to);
            }
        }

        Range(int to) {
            this(0, to);
        }

        static Range of(int... bounds) {
            return new Range(bounds[0], bounds[bounds.length - 1]);
        }

        int length() {
            return to - from;
        }

        @Override
        public Iterator<Integer> iterator() {
            return Stream.iterate(from, n -> n < to, n -> n + 1).iterator();
        }
    }

    private abstract static class Shape implements Comparable<Shape> {
        abstract int area();

        @Override
        public int compareTo(Shape other) {
            return Integer.compare(area(), other.area());
        }

        @Override
        public String toString() {
            return getClass().getSimpleName() + area();
        }
    }

    private static final class Rect extends Shape {
        protected final int side;

        Rect(int side) {
            this.side = side;
        }

        @Override
        int area() {
            return side * side;
        }
    }

    private static final class Disc extends Shape {
        @Override
        int area() {
            return 3;
        }
    }

    private static class Sorted<T extends Comparable<? super T>> {
        private final List<T> all = new ArrayList<>();

        @SafeVarargs
        @SuppressWarnings("varargs")
        Sorted(T... all) {
            this.all.addAll(Arrays.asList(all));
        }

        T largest() {
            return all.stream().max(Comparator.naturalOrder()).orElseThrow();
        }

        <U extends Comparable<U>> Sorted<U> map(Function<? super T, ? extends U> by) {
            Sorted<U> mapped = new Sorted<>();
            all.forEach(each -> mapped.all.add(by.apply(each)));
            return mapped;
        }
    }

    private static final class Cage<S extends Shape> {
        S held;

        Cage(S held) {
            this.held = held;
        }

        S held() {
            return held;
        }

        <R extends S> void put(R held) {
            this.held = held;
        }
    }

    private class Counter {
        private int n;

        Counter(int n) {
            this.n = n;
        }

        int next() {
            return n++ + base;
        }

        private class Step {
            int step() {
                return next() * 10;
            }
        }
    }

    private static class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final Level level;

        Failure(Level level) {
            super(level.name());
            this.level = level;
        }
    }

    private static final class Other extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class Res implements AutoCloseable {
        private final Trace t;
        private final String name;

        Res(Trace t, String name) {
            this.t = t;
            this.name = name;
        }

        @Override
        public void close() throws Failure {
            t.log("close " + name);
            if (name.startsWith("bad")) {
                throw new Failure(Level.LOW);
            }
        }
    }

    private final int base;

    Mixtures(int base) {
        this.base = base;
    }

    private static String join(Shape... shapes) {
        return Arrays.toString(shapes) + shapes.getClass().getComponentType().getSimpleName();
    }

    private static String join(String first, Level... levels) {
        return first + levels.length;
    }

    private static void fail(int n) throws Failure, Other {
        if (n == 1) {
            throw new Failure(Level.HIGH);
        }
        if (n == 2) {
            throw new Other();
        }
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        String s = "";
        for (Level level : Level.values()) {
            s += level.sign() + level.weight + level.ordinal() + await(t.leaf("l", level.name()));
        }
        Level level = Level.valueOf(await(t.leaf("v", "LOW")));
        s += level + Level.DEFAULT.sign() + Level.of(7).weight + level.getDeclaringClass().getSimpleName();
        s += level.compareTo(Level.HIGH) + "" + level.equals(Level.LOW) + (level == Level.LOW);
        EnumMap<Level, Integer> map = new EnumMap<>(Level.class);
        map.put(level, await(t.leaf("n", 4)));
        EnumSet<Level> set = EnumSet.allOf(Level.class);
        set.remove(Level.HIGH);
        s += map.get(Level.LOW) + "" + set.size() + Enum.valueOf(Level.class, "HIGH").weight;
        try {
            s += Level.valueOf("NONE");
        } catch (IllegalArgumentException e) {
            await(t.tick("e"));
            s += "none";
        }
        return s + Arrays.asList(Level.values()).indexOf(Level.HIGH);
    }

    @Case
    @AsyncFn
    static String enumSwitches(Trace t) {
        String s = "";
        for (Level level : List.of(Level.LOW, Level.HIGH)) {
            switch (level) {
                case LOW:
                    s += "low";
                case HIGH:
                    s += await(t.leaf("h", "high"));
            }
            s += switch (await(t.leaf("l", level))) {
                case LOW -> level.weight;
                case HIGH -> level.weight * 2;
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String records(Trace t) {
        Range range = new Range(await(t.leaf("n", 3)));
        String s = range + "" + range.length() + Range.EMPTY + Range.of(1, 2, 5).length() + Range.of(4);
        for (int n : range) {
            s += await(t.leaf("i", n));
        }
        for (var n : Range.of(7, 9)) {
            s += n;
        }
        try {
            s += new Range(await(t.leaf("to", 5)), 2);
        } catch (IllegalArgumentException e) {
            s += e.getMessage();
        }
        return s + range.equals(new Range(0, 3)) + range.hashCode() + new Range(1, 2).from();
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        Greeter plain = Greeter.plain();
        Polite polite = () -> "polite";
        Greeter greeter = await(t.leaf("b", true)) ? polite : plain;
        List<Greeter> all = new ArrayList<>(List.of(plain, polite));
        all.add(() -> "lambda");
        String s = greeter.greet("x");
        for (Greeter each : all) {
            s += each.greet(await(t.leaf("y", "y")));
        }
        return s + ((Greeter) () -> "cast").greeting();
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        Shape[] shapes = {new Rect(await(t.leaf("n", 2))), new Disc()};
        Rect[] rects = {new Rect(1)};
        Shape[] seen = rects;
        String s = join(shapes) + join(new Rect(3), new Disc()) + join(rects) + join() + join(seen);
        s += join("x", Level.values()) + join("y") + join("z", Level.LOW, await(t.leaf("h", Level.HIGH)));
        Arrays.sort(shapes);
        s += Arrays.toString(shapes) + shapes[0].area() + shapes.length;
        Shape[][] grid = {shapes, rects, {}};
        grid[2] = new Shape[await(t.leaf("two", 2))];
        grid[2][1] = shapes[0];
        s += Arrays.deepToString(grid) + grid[2][1].area();
        try {
            seen[0] = new Disc();
        } catch (ArrayStoreException e) {
            s += "store" + await(t.leaf("e", "e"));
        }
        Level[] levels = Level.values();
        levels[0] = levels[1];
        int[] weights = {levels[0].weight, await(t.leaf("w", 3))};
        Shape[] copy = shapes.clone();
        copy[0] = null;
        return s + weights[0] + weights[1] + (shapes[0] == null) + Stream.of(shapes).map(Shape::area).toList();
    }

    @Case
    @AsyncFn
    static String bounded(Trace t) {
        Sorted<String> words = new Sorted<>("a", await(t.leaf("w", "z")), "b");
        String s = words.largest().toUpperCase() + words.map(String::length).largest();
        Sorted<Shape> shapes = new Sorted<>(new Rect(2), new Disc());
        s += shapes.largest() + "" + shapes.largest().area();
        Cage<Rect> cage = new Cage<>(new Rect(await(t.leaf("n", 4))));
        s += cage.held().side + cage.held.area();
        cage.put(new Rect(5));
        Cage<? extends Shape> any = cage;
        Shape held = any.held();
        await(t.tick("t"));
        return s + held.area() + any.held.area() + new Cage<Shape>(new Disc()).held();
    }

    @Case
    @AsyncFn
    static String inner(Trace t) {
        Mixtures outer = new Mixtures(await(t.leaf("n", 100)));
        Counter counter = outer.new Counter(1);
        String s = "" + counter.next();
        Counter.Step step = counter.new Step();
        s += step.step();
        s += outer.new Counter(await(t.leaf("m", 5))).new Step().step();
        Supplier<Counter> make = () -> outer.new Counter(7);
        return s + make.get().next() + counter.n;
    }

    @Case
    @AsyncFn
    static String instance(Trace t) {
        return new Mixtures(20).ofThis(t);
    }

    @AsyncFn
    String ofThis(Trace t) {
        Counter counter = new Counter(await(t.leaf("n", 2)));
        Function<Integer, Counter> make = Counter::new;
        counter.n += 3;
        counter.n++;
        return counter.next() + "" + make.apply(4).next() + counter.new Step().step() + await(t.leaf("z", counter.n));
    }

    @Case
    @AsyncFn
    static String lambdas(Trace t) {
        Function<Shape, Integer> area = (Shape shape) -> shape.area();
        BiFunction<Rect, Level, String> text = (var rect, var level) -> rect.side + level.sign();
        BinaryOperator<Shape> larger = (a, b) -> a.compareTo(b) > 0 ? a : b;
        Shape rect = new Rect(await(t.leaf("n", 3)));
        String s = area.apply(rect) + text.apply(new Rect(2), Level.LOW) + larger.apply(rect, new Disc());
        Map<Level, List<Shape>> grouped = Stream.of(rect, new Disc(), new Rect(1))
                .collect(Collectors.groupingBy(shape -> Level.of(shape.area()), TreeMap::new, Collectors.toList()));
        s += grouped + "" + grouped.get(Level.HIGH).get(0).area();
        Optional<Shape> best = grouped.values().stream().flatMap(List::stream).max(Comparator.comparing(Shape::area));
        Comparator<Shape> order = Comparator.comparing((Shape shape) -> shape.area()).reversed();
        List<Shape> sorted = new ArrayList<>(List.of(new Disc(), rect));
        sorted.sort(order.thenComparing(Shape::toString));
        sorted.removeIf(shape -> shape.area() < await0(t));
        return s + best.map(Shape::area).orElse(-1) + sorted + await(async(() -> rect.area() + await(t.leaf("a", 1))));
    }

    private static int await0(Trace t) {
        return 4;
    }

    @Case
    @AsyncFn
    static String annotated(Trace t) {
        @Mark(2)
        int n = await(t.leaf("n", 3));
        @Quiet(Rect.class)
        @Mark(type = Rect.class)
        final Rect rect = new Rect(n);
        Function<Rect, Integer> area = (@Mark Rect r) -> r.area();
        for (@Mark int i : new int[] {1, 2}) {
            n += i * await(t.leaf("i", i));
        }
        record Local(int x) {}
        Mark mark = Mixtures.class.getAnnotation(Mark.class);
        return n + "" + area.apply(rect) + new Local(4).x() + mark;
    }

    @Case
    @AsyncFn
    static String catches(Trace t) {
        String s = "";
        for (int n = 0; n < 3; n++) {
            try {
                fail(await(t.leaf("n", n)));
                s += "ok";
            } catch (Failure | Other e) {
                s += e.getMessage() + await(t.leaf("c", "c"));
            }
            try {
                fail(n);
            } catch (Failure e) {
                s += e.level.weight;
            } catch (Other e) {
                s += "other";
            } finally {
                s += await(t.leaf("f", "f"));
            }
            try {
                fail(n);
            } catch (Failure | Other e) {
                Exception kept = e;
                s += kept.getMessage();
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String rethrown(Trace t) throws Exception {
        try {
            fail(await(t.leaf("n", 1)));
        } catch (final Exception e) {
            await(t.tick("c"));
            throw e;
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String resources(Trace t) {
        String s = "";
        for (String name : new String[] {"good", "bad"}) {
            try (Res res = new Res(t, name);
                    Res second = new Res(t, await(t.leaf("m", name + 2)))) {
                s += res.name + await(t.leaf("n", second.name));
                if (name.equals("good")) {
                    throw new Other();
                }
            } catch (Failure e) {
                s += e.level + "" + e.getSuppressed().length;
            } catch (Other e) {
                s += "other";
            }
            Res outside = new Res(t, name);
            try (outside) {
                s += outside.name;
            } catch (Failure e) {
                s += e.level.sign();
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String choices(Trace t) {
        String s = "";
        for (int n = 0; n < 3; n++) {
            Shape shape = n == 0 ? new Rect(2) : n == 1 ? new Disc() : null;
            var other = await(t.leaf("b", n > 1)) ? new Rect(n) : new Disc();
            Comparable<Shape> comparable = n == 0 ? new Rect(1) : new Disc();
            Object any = n == 0 ? Level.LOW : n == 1 ? new Range(2) : "text";
            s += shape + "" + other.area() + comparable.compareTo(other) + any;
            s += Objects.requireNonNullElse(shape, other).area();
            s += (n == 1 ? new Rect(n) : await(t.leaf("s", shape))) == null ? "null" : "some";
            Level level = n < 2 ? n == 0 ? Level.LOW : Level.HIGH : await(t.leaf("l", Level.DEFAULT));
            s += level.weight + (n == 0 ? Level.LOW : level).sign();
            shape = switch (n) {
                case 0 -> new Disc();
                case 1 -> new Rect(await(t.leaf("r", 6)));
                default -> other;
            };
            s += shape.area();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String joined(Trace t) {
        Shape last = null;
        Level level = Level.LOW;
        int sum = 0;
        for (Shape shape = new Rect(1); shape.area() < 20; shape = new Rect(shape.area() + await(t.leaf("one", 1)))) {
            sum += shape.area();
            last = shape;
        }
        do {
            level = level == Level.LOW ? Level.HIGH : Level.LOW;
            sum += level.weight;
        } while (await(t.leaf("again", sum < 20)));
        Rect cast = (Rect) last;
        Object o = cast;
        return sum + "" + cast.side + ((Shape) o).area() + (o instanceof Rect) + (o instanceof Disc) + o.getClass().getSimpleName();
    }

    static class Inner implements Polite {
        private final String word;

        Inner(String word) {
            this.word = word;
        }

        @Override
        public String greeting() {
            return word;
        }

        @Override
        public String greet(String name) {
            return "Inner " + name;
        }

        @AsyncFn
        final String all(Trace t) {
            String s = Polite.super.greet(await(t.leaf("n", "n")));
            Function<String, String> greet = Polite.super::greet;
            return s + greet(await(t.leaf("m", "m"))) + greet.apply("o");
        }
    }

    @Case
    @AsyncFn
    static String supers(Trace t) {
        return new Inner("hi").all(t);
    }
}
