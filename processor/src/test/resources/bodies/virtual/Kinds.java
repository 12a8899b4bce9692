package bodies.virtual;

import static dev.asyncfn.Async.await;

import bodies.virtual.other.Far;
import bodies.virtual.other.Shown;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** Sealed types, enums, records, inner classes, several packages, overloads. */
final class Kinds {
    private Kinds() {}

    sealed interface Shape {
        @AsyncFn
        int area(Trace t);
    }

    record Square(int side) implements Shape {
        @AsyncFn
        @Override
        public int area(Trace t) {
            return side * await(t.leaf("side", side));
        }
    }

    static non-sealed class Blob implements Shape {
        @AsyncFn
        @Override
        public int area(Trace t) {
            return await(t.leaf("blob", 1));
        }
    }

    enum Simple implements Shape2 {
        A,
        B;

        @AsyncFn
        @Override
        public String name(Trace t) {
            return await(t.leaf("simple", name()));
        }
    }

    interface Shape2 {
        @AsyncFn
        String name(Trace t);
    }

    enum WithBodies implements Shape2 {
        A,
        B {
            @Override
            public String name(Trace t) {
                t.log("body of B");
                return "of the body";
            }
        };

        @AsyncFn
        @Override
        public String name(Trace t) {
            return await(t.leaf("with bodies", name()));
        }
    }

    static class Outer<T> {
        final T value;

        Outer(T value) {
            this.value = value;
        }

        class Inner implements Shape2 {
            @AsyncFn
            @Override
            public String name(Trace t) {
                return await(t.leaf("inner", "" + value));
            }

            @AsyncFn
            T value(Trace t) {
                await(t.tick("value"));
                return value;
            }
        }

        class Below extends Inner {
            @AsyncFn
            @Override
            T value(Trace t) {
                t.log("below");
                return await(t.leaf("value below", value));
            }
        }

        @AsyncFn
        String all(Trace t) {
            return "" + new Below().value(t) + await(new Inner().value(t)) + await(new Below().name(t));
        }
    }

    @Case
    @AsyncFn
    static List<Object> kinds(Trace t) {
        List<Object> found = new ArrayList<>();
        for (Shape shape : List.of(new Square(3), new Blob(), new Blob() {})) {
            found.add(shape.area(t));
        }
        for (Shape2 shape : List.of(Simple.B, WithBodies.A, WithBodies.B, new Outer<>(4).new Below())) {
            found.add(await(shape.name(t)));
        }
        found.add(await(WithBodies.B.name(t)));
        found.add(await(new Square(2).area(t)));
        found.add(new Outer<>("outer").all(t));
        Outer<Long>.Inner inner = new Outer<>(5L).new Below();
        long value = await(inner.value(t));
        found.add(value);
        return found;
    }

    /** Its package is another one than that of its superclass. */
    static class Near extends Far {
        @AsyncFn
        @Override
        protected String visible(Trace t) {
            return "near " + await(t.leaf("near", 1));
        }

        /** Overrides nothing. */
        @AsyncFn
        String hidden(Trace t) {
            return "not an override " + await(t.leaf("hidden", 2));
        }
    }

    @Case
    @AsyncFn
    static String packages(Trace t) {
        Near near = new Near();
        return await(Far.call(near, t)) + near.visible(t) + near.hidden(t) + await(Far.call(new Far(), t));
    }

    static class OfHidden extends Shown {
        @AsyncFn
        @Override
        public String same(Trace t, String value) {
            return super.same(t, value) + await(t.leaf("of hidden", "!"));
        }

        @AsyncFn
        @Override
        public String overloaded(Trace t, String value) {
            return "own " + super.overloaded(t, value) + super.overloaded(t, 5);
        }

        @AsyncFn
        @Override
        protected String open(Trace t) {
            return await(t.leaf("open", "open"));
        }
    }

    @Case
    @AsyncFn
    static String classesThatCannotBeNamed(Trace t) {
        OfHidden own = new OfHidden();
        Shown shown = own;
        return await(shown.same(t, "a")) + shown.finalFn(t, 1) + own.open(t) + await(Shown.call(shown, t)) + shown.overloaded(t, "b");
    }

    static class Overloads<T> {
        @AsyncFn
        String get(Trace t, T value) {
            return "T " + await(t.leaf("T", value));
        }

        @AsyncFn
        String get(Trace t, long value) {
            return "long " + await(t.leaf("long", value));
        }

        @AsyncFn
        String get(Trace t, Object... values) {
            return "many " + await(t.leaf("many", values.length));
        }

        @AsyncFn
        static String get(Overloads<?> self, Trace t, int a, int b) {
            return "static " + await(t.leaf("static", a + b));
        }
    }

    static class OverloadsBelow extends Overloads<String> {
        @AsyncFn
        @Override
        String get(Trace t, String value) {
            return "String " + await(t.leaf("String", value));
        }

        @AsyncFn
        @Override
        String get(Trace t, Object... values) {
            return "many below " + await(t.leaf("many", values.length));
        }
    }

    @Case
    @AsyncFn
    static List<String> overloads(Trace t) {
        Overloads<String> below = new OverloadsBelow();
        Overloads<Long> top = new Overloads<>();
        return List.of(
                await(below.get(t, "s")),
                await(below.get(t, 1)),
                below.get(t, 1, 2),
                below.get(t),
                top.get(t, 3L),
                await(top.get(t, Long.valueOf(4))),
                await(Overloads.get(top, t, 5, 6)));
    }

    static class Names {
        @AsyncFn
        @Override
        public String toString() {
            return "names";
        }

        @AsyncFn
        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @AsyncFn
        @Override
        public int hashCode() {
            return 7;
        }

        @AsyncFn
        String Table(Trace t, String Entries) {
            String TABLES = await(t.leaf("table", "table"));
            return TABLES + Entries;
        }
    }

    @Case
    @AsyncFn
    static String namesOfObject(Trace t) {
        Names names = new Names() {
            @Override
            public int hashCode() {
                return 8;
            }
        };
        return names.toString() + names.equals(names) + await(names.hashCode()) + names.Table(t, " entries");
    }
}
