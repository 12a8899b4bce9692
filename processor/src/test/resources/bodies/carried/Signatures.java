package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** Async fns of private classes, and those with private types in their signatures: their factories are generic. */
final class Signatures {
    interface Named {
        String name();
    }

    private record User(String name) implements Named {
        @AsyncFn
        String load(Trace t) {
            return name + await(t.leaf("l", "!")) + size() + this.size() + title("x");
        }

        @AsyncFn
        static User make(Trace t, String name) {
            return new User(name + await(t.leaf("m", "m")) + count());
        }

        @AsyncFn
        User twice(Trace t) {
            User user = make(t, name);
            return new User(await(make(t, user.name())).name + load(t));
        }

        int size() {
            return name.length();
        }

        private String title(String s) {
            return s + name;
        }

        static int count() {
            return 7;
        }
    }

    private static final class Counter {
        static int made;
        int n;
        private int m = 1;

        private static final class Deep {
            static int deep = 3;

            @AsyncFn
            static int read(Trace t) {
                deep += await(t.leaf("d", 1));
                return deep + base() + Counter.made;
            }
        }

        private static int base() {
            return 40;
        }

        @AsyncFn
        int add(Trace t) {
            n += await(t.leaf("n", 2));
            m++;
            this.n++;
            made++;
            return n + m + hidden();
        }

        @AsyncFn
        private List<Counter> all(Trace t) {
            await(t.tick("all"));
            return List.of(this, new Counter());
        }

        private int hidden() {
            return 100;
        }
    }

    private enum Color {
        RED,
        GREEN;

        @AsyncFn
        String low(Trace t) {
            await(t.tick("low"));
            return switch (this) {
                case RED -> "r";
                case GREEN -> "g";
            };
        }
    }

    @AsyncFn
    static User find(Trace t, String name) {
        return new User(name + await(t.leaf("f", 1)));
    }

    @AsyncFn
    static List<User> list(Trace t, List<User> users) {
        int n = await(t.leaf("n", 3));
        List<User> all = new ArrayList<>(users);
        all.add(new User("l" + n));
        return all;
    }

    @AsyncFn
    static int take(Trace t, User user) {
        return await(t.leaf("n", 1)) + user.size();
    }

    @AsyncFn
    private static <T> T either(Trace t, T value, User user) {
        return await(t.leaf("b", true)) ? value : null;
    }

    @Case
    @AsyncFn
    static String results(Trace t) {
        User user = await(find(t, "a"));
        var users = await(list(t, List.of(user)));
        return user.name() + users.size() + users.get(1).name() + find(t, "b").size();
    }

    @Case
    @AsyncFn
    static String parameters(Trace t) {
        User user = new User("a");
        return "" + take(t, user) + await(take(t, find(t, "b"))) + either(t, user, user).name() + either(t, 3, null);
    }

    @Case
    @AsyncFn
    static String owners(Trace t) {
        User user = new User("a");
        Counter counter = new Counter();
        Counter.Deep.deep = 3;
        Counter.made = 0;
        return await(user.load(t)) + User.make(t, "m").name() + user.twice(t).name() + await(counter.add(t))
                + counter.add(t) + await(counter.all(t)).get(0).n + Counter.Deep.read(t) + Color.RED.low(t)
                + await(Color.GREEN.low(t));
    }

    @Case
    @AsyncFn
    static String onlyPassedOn(Trace t) {
        String s = "" + await(find(t, "u")) + list(t, List.of()).size();
        return s + await(take(t, user()));
    }

    static User user() {
        return new User("user");
    }
}
