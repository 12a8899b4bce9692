package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Supplier;

/** Switches and record patterns on a value that is several types at once, which is what decides whether a switch is exhaustive. */
final class TestedIntersections {
    private TestedIntersections() {}

    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    sealed interface Typed<T> permits Box, Crate {}

    interface Named {}

    record Box<T>(T value) implements Named, Typed<T> {}

    record Crate<T>(T value) implements Named, Typed<T> {}

    sealed interface First permits OnlyFirst, Both {}

    sealed interface Second permits OnlySecond, Both {}

    record OnlyFirst() implements First {}

    record OnlySecond() implements Second {}

    record Both(int value) implements First, Second {}

    enum One implements Supplier<String> {
        A;

        @Override
        public String get() {
            return "a";
        }
    }

    enum Other implements Supplier<String> {
        B;

        @Override
        public String get() {
            return "b";
        }
    }

    static boolean c() {
        return true;
    }

    @Case
    @AsyncFn
    static String recursiveType(Trace t) {
        String r = "";
        for (var x : List.of(1, "abc", 2.5)) {
            await(t.leaf("x", x));
            r += switch (x) {
                case Integer i -> i + 1;
                case String s -> s.length();
                case Comparable<?> rest -> 9;
            };
            switch (x) {
                case Integer i when i > await(t.leaf("zero", 0)) -> r += "positive";
                case String s -> r += await(t.leaf("s", s));
                default -> r += "other";
            }
            Supplier<String> later = () -> switch (x) {
                case Integer i -> "i" + i;
                case Object o -> "o" + o;
            };
            r += later.get();
        }
        return r;
    }

    @Case
    @AsyncFn
    static String testedForATypeThatItHas(Trace t) {
        var x = c() ? 1 : "a";
        var y = c() ? new Circle(1) : new Square(2);
        await(t.tick("a"));
        return "" + (x instanceof Comparable<?> i) + (x instanceof Object o ? o : "") + (y instanceof Shape s ? s : "");
    }

    @Case
    @AsyncFn
    static String sealedInterface(Trace t) {
        var x = c() ? new Circle(1) : new Square(2);
        await(t.tick("a"));
        int whole = switch (x) {
            case Circle circle -> circle.radius();
            case Square square -> square.side();
        };
        int split = switch (x) {
            case Circle(int radius) when await(t.leaf("guard", !c())) -> radius;
            case Circle circle -> 7;
            case Square(int side) -> await(t.leaf("side", side));
        };
        return "" + whole + split + (x instanceof Circle(int radius) ? radius : 0);
    }

    @Case
    @AsyncFn
    static String awaitedSelector(Trace t) {
        return switch (await(t.leaf("x", c() ? new Circle(1) : new Square(2)))) {
            case Circle circle -> "circle";
            case Square square -> "square";
        };
    }

    @Case
    @AsyncFn
    static String typeArgumentOfARecordPattern(Trace t) {
        var x = c() ? new Box<String>("abc") : new Crate<String>("d");
        await(t.tick("a"));
        Supplier<String> later = () -> x instanceof Box(var value) ? value.concat("d") : "none";
        int split = switch (x) {
            case Box(var value) -> value.length();
            case Crate<String>(var value) -> await(t.leaf("value", value)).length();
        };
        if (x instanceof Box<String>(String value) && later.get().startsWith(value)) {
            return value + split;
        }
        return x instanceof Box(var value) ? value : "none";
    }

    @Case
    @AsyncFn
    static String typeArgumentOfAwaited(Trace t) {
        return await(t.leaf("x", c() ? new Box<String>("ab") : new Crate<String>("d"))) instanceof Box(var value)
                ? value.concat("c")
                : "none";
    }

    @Case
    @AsyncFn
    static String constantsOfEnums(Trace t) {
        String r = "";
        for (var x : List.of(One.A, Other.B)) {
            await(t.leaf("x", x));
            r += switch (x) {
                case One one when await(t.leaf("guard", c())) -> "one";
                case Supplier<String> rest -> rest.get();
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String exhaustiveForBothTypesOnly(Trace t) {
        First first = new Both(1);
        var x = (First & Second) first;
        await(t.tick("a"));
        int whole = switch (x) {
            case Both both -> both.value();
        };
        return whole + switch (x) {
            case Both both -> await(t.leaf("both", "both"));
        };
    }
}
