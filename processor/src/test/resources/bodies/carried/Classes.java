package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Classes of a body that mention private ones: inside of the future, they see its type parameters. */
final class Classes {
    private record User(String name) {}

    private static class Account {
        private int cents;

        Account(int cents) {
            this.cents = cents;
        }
    }

    private final class Inner {
        private final int n;

        Inner(int n) {
            this.n = n + offset;
        }
    }

    private enum Color {
        RED,
        GREEN
    }

    private final int offset;

    Classes(int offset) {
        this.offset = offset;
    }

    static User user(String name) {
        return new User(name);
    }

    private static String names(Iterable<User> users) {
        String s = "";
        for (User user : users) {
            s += user.name();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String localClass(Trace t) {
        class Pair {
            User left;
            final User right;

            Pair(User left, User right) {
                this.left = left;
                this.right = right;
            }

            User longer() {
                return left.name().length() > right.name().length() ? left : right;
            }
        }
        Pair pair = new Pair(user("a"), user(await(t.leaf("n", "bc"))));
        pair.left = new User(await(t.leaf("m", "def")));
        return pair.longer().name() + pair.right.name() + new Pair(pair.right, null).left.name();
    }

    @Case
    @AsyncFn
    static String localClassThatCaptures(Trace t) {
        User first = user(await(t.leaf("f", "f")));
        List<User> more = List.of(user("g"), first);
        class Greeter {
            String greet(User user) {
                return first.name() + user.name() + more.get(0).name() + new User("h").name();
            }
        }
        class Loud extends Greeter {
            @Override
            String greet(User user) {
                return super.greet(new User(user.name() + first.name())) + "!";
            }
        }
        await(t.tick("t"));
        Greeter greeter = new Loud();
        return greeter.greet(user("i")) + new Greeter().greet(more.get(1)) + await(t.leaf("z", "z"));
    }

    @Case
    @AsyncFn
    static String localClassThatStays(Trace t) {
        await(t.tick("t"));
        class Users extends ArrayList<User> {
            private static final long serialVersionUID = 1;

            User last() {
                return get(size() - 1);
            }
        }
        Users users = new Users();
        users.add(user("a"));
        users.add(new User("b"));
        return users.last().name() + users.get(0).name() + names(users);
    }

    @Case
    @AsyncFn
    static String anonymousClass(Trace t) {
        var object = new Object() {
            User kept = user("k");

            String text(Account account) {
                account.cents += 2;
                return kept.name() + account.cents + (Object) kept.equals(new User("k"));
            }
        };
        String s = object.text(new Account(await(t.leaf("n", 3))));
        object.kept = new User(s);
        await(t.tick("t"));
        return object.text(new Account(1)) + object.kept;
    }

    @Case
    @AsyncFn
    static String comparatorAndIterator(Trace t) {
        List<User> users = new ArrayList<>(List.of(user("b"), user(await(t.leaf("c", "c"))), user("a")));
        Comparator<User> order = new Comparator<>() {
            @Override
            public int compare(User one, User other) {
                return one.name().compareTo(other.name());
            }
        };
        users.sort(order);
        await(t.tick("t"));
        Iterable<User> twice = new Iterable<User>() {
            @Override
            public Iterator<User> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < 2 * users.size();
                    }

                    @Override
                    public User next() {
                        return users.get(next++ % users.size());
                    }
                };
            }
        };
        users.sort(order.reversed());
        return names(twice) + await(t.leaf("z", "z")) + names(twice);
    }

    @Case
    @AsyncFn
    static String enumsAndCasts(Trace t) {
        class Choice<T extends Comparable<T>> {
            private final Color color;
            private final T key;

            Choice(Object color, T key) {
                this.color = (Color) color;
                this.key = key;
            }

            String text() {
                switch (color) {
                    case RED:
                        return "r" + key;
                    default:
                        return "d" + key + (color instanceof Color) + Color.valueOf("RED").ordinal();
                }
            }
        }
        Choice<Integer> red = new Choice<>(Color.RED, await(t.leaf("n", 1)));
        Choice<String> green = new Choice<>(Color.GREEN, "g");
        await(t.tick("t"));
        try {
            return red.text() + green.text() + new Choice<>("none", "n").text();
        } catch (ClassCastException e) {
            return red.text() + green.text();
        }
    }

    @Case
    @AsyncFn
    static String ofAnInstance(Trace t) {
        return await(new Classes(10).inner(t));
    }

    @AsyncFn
    private String inner(Trace t) {
        class Sum {
            Inner inner = new Inner(1);

            int sum(Inner other) {
                return inner.n + other.n + offset;
            }
        }
        Sum sum = new Sum();
        Supplier<Inner> maker = new Supplier<>() {
            @Override
            public Inner get() {
                return new Inner(sum.inner.n);
            }
        };
        await(t.tick("t"));
        return "" + sum.sum(maker.get()) + await(t.leaf("z", 1));
    }

    /** A class that mentions no private type has no instance around it that could not be written. */
    @Case
    @AsyncFn
    static String serialized(Trace t) throws java.io.IOException {
        class Plain implements java.io.Serializable {
            private static final long serialVersionUID = 1;
            final int n = 3;
        }
        User user = user("u");
        Plain plain = new Plain();
        await(t.tick("t"));
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
            out.writeObject(plain);
        }
        return user.name() + plain.n + (bytes.size() > 0);
    }
}
