package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Overloads of async fns in private classes, and with private types in the signature. */
final class Overloads {
    private Overloads() {}

    private static final class Store {
        final String name;

        Store(String name) {
            this.name = name;
        }

        @AsyncFn
        String load(Trace t, int id) {
            return name + "int " + await(t.leaf("int", id));
        }

        @AsyncFn
        String load(Trace t, long id) {
            return name + "long " + await(t.leaf("long", id));
        }

        @AsyncFn
        String load(Trace t, Object id) {
            return name + "Object " + await(t.leaf("object", id));
        }

        @AsyncFn
        String load(Trace t, CharSequence id, int n) {
            return name + "two " + n + await(t.leaf("two", id)) + load(t, 'c') + load(t, 1L) + this.load(t, id);
        }
    }

    private record Key(int id) {}

    @AsyncFn
    static String find(Trace t, Key key) {
        return "key " + await(t.leaf("key", key.id()));
    }

    @AsyncFn
    static String find(Trace t, Key key, int n) {
        return "two " + n + await(find(t, new Key(key.id() + n))) + find(t);
    }

    @AsyncFn
    static String find(Trace t) {
        return "none " + await(t.leaf("none", 0));
    }

    private static Key key(int id) {
        return new Key(id);
    }

    @Case
    @AsyncFn
    static String overloads(Trace t) {
        Store store = new Store("s ");
        byte small = 3;
        return store.load(t, 1) + store.load(t, small) + await(store.load(t, 2L)) + store.load(t, "x")
                + store.load(t, Integer.valueOf(5)) + store.load(t, "y", 6) + find(t, key(1)) + find(t, key(2), 3);
    }

    /** Type arguments that mean nothing, because the method has no type parameters. */
    static final class Box<T> {
        final T value;

        Box(T value) {
            this.value = value;
        }

        @AsyncFn
        List<T> list(Trace t, T more) {
            return List.of(await(t.leaf("value", value)), more);
        }

        private List<T> hidden(T more) {
            return List.of(more);
        }

        private static int size(List<?> list) {
            return list.size();
        }

        @AsyncFn
        String all(Trace t) {
            return this.<String>list(t, value) + await(this.<T>list(t, value)).toString() + this.<Integer>hidden(value)
                    + Box.<String>size(List.of(1)) + await(super.<String>equals(this) ? t.leaf("a", 1) : t.leaf("b", 2));
        }
    }

    @Case
    @AsyncFn
    static String typeArgumentsOfNothing(Trace t) {
        return new Box<>("v").all(t) + new Box<>(2).<Long>list(t, 3);
    }

    private sealed interface Shape permits Circle, Square {}

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    /** What stands for a private class could be anything. */
    @AsyncFn
    static String area(Trace t, Circle circle) {
        return "circle " + await(t.leaf("circle", circle.radius()));
    }

    @AsyncFn
    static String area(Trace t, Square square) {
        return "square " + await(t.leaf("square", square.side()));
    }

    @AsyncFn
    static String area(Trace t, Object any) {
        return any instanceof Circle circle
                ? "any " + area(t, circle)
                : any instanceof Square square ? "any " + await(area(t, square)) : "none " + any;
    }

    /** Overloads that differ elsewhere. */
    @AsyncFn
    private static String list(Trace t, String[] names, Key key) {
        return names.length + await(t.leaf("names", "n")) + key.id();
    }

    @AsyncFn
    private static <N> String list(Trace t, List<N> names, Key key) {
        return names + await(t.leaf("list", "l")) + key.id();
    }

    @AsyncFn
    private static Circle grown(Trace t, Circle circle, int... by) {
        int radius = circle.radius();
        for (int more : by) {
            radius += await(t.leaf("by", more));
        }
        return new Circle(radius);
    }

    @AsyncFn
    private static Square grown(Trace t, Square square, int by) {
        return new Square(square.side() + await(t.leaf("by", by)));
    }

    /** Only what they give is private. */
    @AsyncFn
    private static Key made(Trace t, int id) {
        return new Key(await(t.leaf("int", id)));
    }

    @AsyncFn
    private static Key made(Trace t, CharSequence id) {
        return new Key(await(t.leaf("text", id)).length());
    }

    @Case
    @AsyncFn
    static int byWhatTheyTake(Trace t) {
        return made(t, 3).id() + made(t, "four").id() + await(made(t, 5)).id();
    }

    @Case
    @AsyncFn
    static String byPrivateTypes(Trace t) {
        Circle circle = new Circle(1);
        Object any = new Square(2);
        String s = area(t, circle) + await(area(t, any)) + area(t, new Square(3)) + area(t, (Object) circle);
        var block = async(() -> area(t, new Square(4)) + area(t, "x"));
        return s + await(block) + list(t, new String[2], key(5)) + list(t, List.of(6), key(7))
                + grown(t, circle).radius() + grown(t, circle, 1, 2).radius() + grown(t, new Square(8), 9).side();
    }

    /** A static method could take the receiver of another one. */
    private static class Factory {
        private final int id;

        Factory(int id) {
            this.id = id;
        }

        @AsyncFn
        <T> T create(Trace t, Class<T> type) throws Exception {
            t.log("create " + id);
            return await(t.leaf("made", type.getDeclaredConstructor().newInstance()));
        }

        @AsyncFn
        static <T> T create(Object factory, Trace t, Class<T> type) throws Exception {
            return factory instanceof Factory own
                    ? await(own.create(t, type))
                    : await(t.leaf("plain", type.getDeclaredConstructor().newInstance()));
        }

        @AsyncFn
        void register(Trace t, Object key, Object... more) {
            t.log("register " + key + more.length + await(t.leaf("id", id)));
        }

        @AsyncFn
        void register(Trace t, Circle circle) {
            t.log("circle " + circle.radius() + await(t.leaf("id", id)));
        }

        @AsyncFn
        String all(Trace t) throws Exception {
            register(t, "a", "b");
            register(t, new Circle(id));
            return create(t, StringBuilder.class).append("x").toString() + create(this, t, StringBuilder.class)
                    + create("y", t, StringBuilder.class).length();
        }
    }

    @Case
    @AsyncFn
    static String staticBesideInstance(Trace t) throws Exception {
        Factory factory = new Factory(3);
        factory.register(t, 1);
        factory.register(t, new Circle(4));
        String s = await(factory.all(t));
        return s + factory.create(t, StringBuilder.class) + Factory.create(factory, t, StringBuilder.class).length();
    }

    /** Which of the two factories a call means, javac could not say; and the body has a private type. */
    static class Usage<T> {
        final T name;

        Usage(T name) {
            this.name = name;
        }

        @AsyncFn
        final String print(Trace t, Object to) {
            Key key = new Key(await(t.leaf("instance", 1)));
            return name + "-" + to + key.id();
        }

        @AsyncFn
        static String print(Object usage, Trace t, Object to) {
            Key key = new Key(await(t.leaf("static", 2)));
            Key[] keys = {key, new Key(3)};
            return "s" + (usage instanceof Usage<?> one ? one.name : usage) + to + keys[1].id() + key.id();
        }

        @AsyncFn
        static <A> List<A> list(Object usage, Trace t, A more) {
            Key key = new Key(await(t.leaf("list", 2)));
            return key.id() == 2 ? List.of(more) : List.of();
        }

        @AsyncFn
        final <A> List<A> list(Trace t, A more) {
            Key key = new Key(await(t.leaf("list", 2)));
            return key.id() == 2 ? List.of(more, more) : List.of();
        }

        @AsyncFn
        final String both(Trace t) {
            List<String> two = list(t, "b");
            return print(t, "x") + print(this, t, "y") + print("z", t, name) + two + list(this, t, name).get(0)
                    + this.<T>list(t, name);
        }
    }

    @Case
    @AsyncFn
    static String confusedWithPrivateTypesInTheBody(Trace t) {
        Usage<Integer> usage = new Usage<>(5);
        String s = usage.both(t) + usage.print(t, "u") + await(Usage.print(usage, t, "v"));
        List<Integer> one = Usage.list("w", t, 6);
        List<String> two = new Usage<>("d").list(t, "e");
        return s + one + two + Usage.print(null, t, null);
    }

    /** Arrays of types that can be named, in a body with a private one. */
    @Case
    @AsyncFn
    static String arraysOfOtherTypes(Trace t) {
        Key key = key(await(t.leaf("key", 2)));
        Usage<?>[] usages = new Usage<?>[key.id()];
        Usage<?>[][] more = new Usage<?>[await(t.leaf("length", 1))][];
        Object[] values = {new Usage<?>[] {new Usage<>(1)}, new int[key.id()]};
        return usages.length + more.length + values.length + new Usage<?>[] {new Usage<>("x")}[0].name.toString() + key.id();
    }
}
