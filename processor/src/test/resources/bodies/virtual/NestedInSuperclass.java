package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** javac writes the bridge methods of a class once more into a subclass that stands inside of it. They override nothing. */
final class NestedInSuperclass {
    private NestedInSuperclass() {}

    interface Repo<K, V> {
        @AsyncFn
        V find(Trace t, K key);
    }

    static class Users implements Repo<String, String> {
        @AsyncFn
        @Override
        public String find(Trace t, String key) {
            return await(t.leaf("find", label() + " ")) + key;
        }

        String label() {
            return "users";
        }

        static class Cached extends Users {
            @Override
            String label() {
                return "cached";
            }

            static class Twice extends Cached {
                public String find(Integer other) {
                    return "another method " + other;
                }
            }
        }

        static class Overriding extends Users {
            @AsyncFn
            @Override
            public String find(Trace t, String key) {
                return "overriding " + await(super.find(t, key));
            }

            static class Inheriting extends Overriding {}
        }

        static class Plain extends Users {
            @Override
            public String find(Trace t, String key) {
                t.log("plain");
                return "plain " + key;
            }
        }

        static Users anonymous() {
            return new Users() {
                @Override
                String label() {
                    return "anonymous";
                }
            };
        }
    }

    static class Wide {
        @AsyncFn
        Object get(Trace t) {
            return await(t.leaf("wide", 1));
        }
    }

    static class Narrow extends Wide {
        @AsyncFn
        @Override
        String get(Trace t) {
            return await(t.leaf("narrow", "s"));
        }

        static class Nested extends Narrow {}
    }

    enum Kind implements Repo<Integer, String> {
        PLAIN,
        LABELLED {
            @Override
            String label() {
                return "label";
            }
        },
        OVERRIDING {
            @Override
            public String find(Trace t, Integer key) {
                return "constant " + key;
            }
        };

        @AsyncFn
        @Override
        public String find(Trace t, Integer key) {
            return await(t.leaf(label(), label())) + key;
        }

        String label() {
            return name();
        }
    }

    @Case
    @AsyncFn
    static List<String> classes(Trace t) {
        List<String> found = new ArrayList<>();
        List<Repo<String, String>> all = List.of(
                new Users(),
                new Users.Cached(),
                new Users.Cached.Twice(),
                new Users.Overriding(),
                new Users.Overriding.Inheriting(),
                new Users.Plain(),
                Users.anonymous());
        for (Repo<String, String> each : all) {
            found.add(await(each.find(t, "k")));
        }
        return found;
    }

    @Case
    @AsyncFn
    static List<Object> results(Trace t) {
        List<Object> found = new ArrayList<>();
        for (Wide each : List.of(new Wide(), new Narrow(), new Narrow.Nested())) {
            found.add(await(each.get(t)));
        }
        return found;
    }

    @Case
    @AsyncFn
    static List<String> constants(Trace t) {
        List<String> found = new ArrayList<>();
        for (Repo<Integer, String> each : Kind.values()) {
            found.add(await(each.find(t, 7)));
        }
        return found;
    }
}
