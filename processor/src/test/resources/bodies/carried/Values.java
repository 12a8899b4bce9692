package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values of private classes: the future has a type parameter for each class. */
final class Values {
    interface Named {
        String name();

        default String title() {
            return "<" + name() + ">";
        }
    }

    static class Base {
        int legs = 4;

        protected int eyes() {
            return 2;
        }

        String base() {
            return "base";
        }
    }

    private record User(String name) implements Named {
        static final String PREFIX = "user ";
        static User last = new User("first");
        static int made;

        User {
            made++;
        }

        static User of(String name) {
            return new User(name);
        }

        int size() {
            return name.length();
        }

        User and(User other) {
            return new User(name + other.name);
        }
    }

    private static final class Node extends Base implements Named, Comparable<Node> {
        String id;
        int count;
        Node next;
        private int secret = 3;

        Node() {
            this("none");
        }

        Node(String id) {
            this.id = id;
        }

        @Override
        public String name() {
            return id;
        }

        String own() {
            return "own " + id;
        }

        private String hidden(int n) {
            return id + secret + n;
        }

        @Override
        String base() {
            return "node";
        }

        @Override
        public int compareTo(Node other) {
            return id.compareTo(other.id);
        }
    }

    private static final class Holder<T> {
        T value;

        Holder(T value) {
            this.value = value;
        }
    }

    static final class Box<T> {
        T value;

        Box(T value) {
            this.value = value;
        }
    }

    static final class Other {
        private static final class Deep {
            private static final class Deeper {
                String word() {
                    return "deeper";
                }
            }

            String word() {
                return "deep";
            }

            Deeper deeper() {
                return new Deeper();
            }
        }

        static Deep deep() {
            return new Deep();
        }
    }

    Values(Trace t) {}

    static User user(String name) {
        return new User(name);
    }

    static Node node(String id) {
        return new Node(id);
    }

    static String take(User user) {
        return user.name();
    }

    static int sum(List<User> users) {
        return users.stream().mapToInt(User::size).sum();
    }

    private static User secret(User user, int n) {
        return new User(user.name() + n);
    }

    private static Map<String, User> users = new TreeMap<>(Map.of("k", new User("v")));

    User field = new User("field");
    Box<User> box = new Box<>(new User("boxed"));

    @Case
    @AsyncFn
    static String declared(Trace t) {
        User user = new User("a");
        String s = await(t.leaf("s", "b"));
        User other = User.of(s);
        return user.and(other).name() + other.size() + user.title() + user.equals(other) + user;
    }

    @Case
    @AsyncFn
    static String inferred(Trace t) {
        var user = user("a");
        await(t.tick("t"));
        var all = List.of(user, user("b"));
        await(t.tick("u"));
        return all.get(1).name() + all.size() + sum(all) + take(all.get(0));
    }

    @Case
    @AsyncFn
    static String awaited(Trace t) {
        User user = await(t.leaf("user", user("a")));
        var other = await(t.stage("other", user("b")));
        return user.name() + other.and(await(t.leaf("third", user("c")))).name();
    }

    @Case
    @AsyncFn
    static String operands(Trace t) {
        return user("a").name() + await(t.leaf("b", "b")) + secret(user("c"), await(t.leaf("n", 1))).name()
                + user("d").and(await(t.leaf("e", user("e"))));
    }

    @Case
    @AsyncFn
    static String fields(Trace t) {
        Node node = new Node("a");
        node.next = new Node();
        node.count += await(t.leaf("n", 2));
        node.count++;
        node.next.id = "b" + await(t.leaf("s", "c"));
        int before = ++node.next.count + node.next.count--;
        Node same = node.next = node("d");
        return node.id + node.count + before + node.next.id + same.secret + node.legs;
    }

    @Case
    @AsyncFn
    static String members(Trace t) {
        Node node = await(t.leaf("node", node("a")));
        return node.own() + node.hidden(await(t.leaf("n", 1))) + node.base() + node.eyes() + node.title()
                + node.compareTo(node("b")) + node.getClass().getSimpleName() + (node.hashCode() == node.hashCode());
    }

    @Case
    @AsyncFn
    static String statics(Trace t) {
        User.made = 0;
        await(t.tick("t"));
        User.last = User.of("x");
        User.made += 2;
        return User.PREFIX + User.last.name() + User.made + Values.User.of("y").size();
    }

    @Case
    @AsyncFn
    static String privateMembersOfTheOwner(Trace t) {
        users.put("n", secret(user("a"), await(t.leaf("n", 7))));
        return users.get("n").name() + users.size() + users;
    }

    @Case
    @AsyncFn
    String fieldsOfTheOwner(Trace t) {
        User before = field;
        field = user(await(t.leaf("s", "s")));
        box.value = before;
        return before.name() + field.name() + this.field.size() + box.value.name() + take(box.value);
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        User[] all = array();
        User[] one = all.clone();
        all[0] = user(await(t.leaf("s", "s")));
        String s = all[0].name() + all.length + one[0].name();
        for (var user : all) {
            s += user.name() + await(t.leaf("x", "x"));
        }
        return s + all[1].and(one[1]).name() + all.getClass().getSimpleName();
    }

    static User[] array() {
        return new User[] {user("p"), user("q")};
    }

    @Case
    @AsyncFn
    static String nestedInAnother(Trace t) {
        var deep = Other.deep();
        await(t.tick("t"));
        var deeper = deep.deeper();
        await(t.tick("u"));
        return deep.word() + deeper.word() + new Other.Deep().deeper().word();
    }

    @Case
    @AsyncFn
    static String chosen(Trace t) {
        boolean b = await(t.leaf("b", true));
        User user = b ? user("a") : await(t.leaf("u", user("b")));
        User none = null;
        User other = b ? none : user;
        return (b ? user : user("c")).name() + (other == null) + (user == user);
    }

    @Case
    @AsyncFn
    static String loops(Trace t) {
        String s = "";
        Node first = node("a");
        first.next = node("b");
        for (Node node = first; node != null; node = node.next) {
            s += await(t.leaf("x", node.id));
        }
        List<User> all = new ArrayList<>();
        for (String name : List.of("x", "y")) {
            all.add(user(name + await(t.leaf("n", 1))));
        }
        for (User user : all) {
            s += user.name();
        }
        for (var user : all) {
            s += user.size();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        User user = user("a");
        await(t.tick("t"));
        Supplier<User> same = () -> user;
        Supplier<String> name = user::name;
        Supplier<User> made = () -> user(same.get().name() + "!");
        return same.get().name() + name.get() + made.get().name();
    }

    @Case
    @AsyncFn
    static String nullReceiver(Trace t) {
        User user = none();
        await(t.tick("t"));
        try {
            return user.name();
        } catch (NullPointerException e) {
            return "null";
        }
    }

    static User none() {
        return null;
    }

    @Case
    @AsyncFn
    static String exceptionsOfMembers(Trace t) {
        try {
            await(t.tick("t"));
            new Thrower().fail();
            return "none";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static final class Thrower {
        void fail() {
            throw new IllegalStateException("failed");
        }
    }
}
