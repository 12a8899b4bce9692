package bodies.carried;

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
}
