package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Private final classes that override async fns, and names that generated classes have themselves. */
final class PrivateClasses {
    private PrivateClasses() {}

    interface Repo<K> {
        @AsyncFn
        String find(Trace t, K key);

        @AsyncFn
        default String two(Trace t, K key, List<? extends K> more) {
            return find(t, key) + await(find(t, more.get(0)));
        }
    }

    private static class Base {}

    private static final class Plain implements Repo<String> {
        @AsyncFn
        @Override
        public String find(Trace t, String key) {
            return "plain " + await(t.leaf("plain", key));
        }
    }

    private static final class Below extends Base implements Comparable<Below>, Repo<Integer> {
        @Override
        public int compareTo(Below other) {
            return 0;
        }

        @AsyncFn
        @Override
        public String find(Trace t, Integer key) {
            return "below " + await(t.leaf("below", key));
        }
    }

    static class Load {
        @AsyncFn
        int loadAsync(Trace t) {
            return await(t.leaf("load", 1));
        }

        @AsyncFn
        int table(Trace t) {
            return await(t.leaf("table", 2));
        }

        @AsyncFn
        int entries(Trace t) {
            return await(t.leaf("entries", 3));
        }
    }

    /** Has the name of the class of tables. */
    record Table(int Entries) {}

    static class Restaurant {
        @AsyncFn
        Table reserve(Trace t, Table wish) {
            Table table = await(t.leaf("reserve", new Table(wish.Entries() + 1)));
            return new Table(table.Entries());
        }
    }

    static class Bistro extends Restaurant {
        @AsyncFn
        @Override
        Table reserve(Trace t, Table wish) {
            return new Table(await(super.reserve(t, wish)).Entries() * 10);
        }
    }

    @Case
    @AsyncFn
    static String privateClasses(Trace t) {
        Repo<String> plain = new Plain();
        Repo<Integer> below = new Below();
        return await(plain.two(t, "a", List.of("b"))) + below.two(t, 1, List.of(2));
    }

    @Case
    @AsyncFn
    static String names(Trace t) {
        Load load = new Load() {
            @Override
            int table(Trace trace) {
                return 5;
            }
        };
        Restaurant bistro = new Bistro();
        return load.loadAsync(t) + load.table(t) + await(load.entries(t)) + "" + bistro.reserve(t, new Table(3));
    }
}
