package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Private classes that javac infers: of lambdas, of generic calls. */
final class Inferences {
    interface Named {
        String name();
    }

    private record User(String name, int age) implements Named, Comparable<User> {
        User(String name) {
            this(name, name.length());
        }

        static int byAge(User a, User b) {
            return Integer.compare(a.age, b.age);
        }

        @Override
        public int compareTo(User other) {
            return name.compareTo(other.name);
        }
    }

    private record Cat(String name) implements Named {
        String mew() {
            return name + " mew";
        }
    }

    private enum Color {
        RED,
        GREEN;

        String low() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final class Words implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return List.of("a", "b").iterator();
        }
    }

    static List<User> users() {
        return new ArrayList<>(List.of(new User("bob"), new User("al")));
    }

    static List<? extends User> some() {
        return users();
    }

    static User user(String name) {
        return new User(name);
    }

    static String apply(Function<User, String> function) {
        return function.apply(user("applied"));
    }

    static String supply(Supplier<User> supplier) {
        return supplier.get().name();
    }

    static <A, B> B map(A value, Function<? super A, ? extends B> function) {
        return function.apply(value);
    }

    static <T> T pick(T a, T b) {
        return a;
    }

    static <T extends Named> String nameOf(T value) {
        return value.name();
    }

    private static <T extends User> int ages(List<T> users) {
        return users.stream().mapToInt(User::age).sum();
    }

    private static <T> List<T> twice(T value, List<User> beside) {
        return List.of(value, value);
    }

    @Case
    @AsyncFn
    static String lambdas(Trace t) {
        await(t.tick("t"));
        StringBuilder s = new StringBuilder();
        users().forEach(user -> s.append(user.name()));
        users().forEach((var user) -> s.append(user.age()));
        users().forEach((User user) -> s.append(user));
        s.append(Optional.of(users()).map(list -> list.get(0).name()).get());
        s.append(some().stream().filter(user -> user.age() > 2).count());
        return s + users().stream().map(user -> user.name()).collect(Collectors.joining());
    }

    @Case
    @AsyncFn
    static String methodReferences(Trace t) {
        await(t.tick("t"));
        return users().stream().map(User::name).collect(Collectors.joining())
                + users().stream().map(Named::name).count()
                + users().stream().map(Object::toString).collect(Collectors.joining())
                + users().stream().sorted(User::byAge).toList()
                + Stream.of("x", "y").map(User::new).toList()
                + Stream.of("x").map(Inferences::user).map(User::age).toList()
                + Optional.of(users()).map(List::size).get();
    }

    @Case
    @AsyncFn
    static String functionsOfTheOwner(Trace t) {
        String s = apply(user -> user.name()) + apply(User::name) + apply(Object::toString);
        s += await(t.leaf("s", "s"));
        s += supply(() -> user("a")) + supply(() -> new User("b"));
        return s + map(user("c"), user -> user.age() + 1) + map(user("d"), User::name);
    }

    @Case
    @AsyncFn
    static String keptLists(Trace t) {
        var all = users();
        List<User> same = all;
        await(t.tick("t"));
        all.add(user("zed"));
        all.sort((a, b) -> b.age() - a.age());
        same.sort(Comparator.naturalOrder());
        Collections.sort(all);
        all.removeIf(user -> user.age() > 100);
        return all + all.get(await(t.leaf("i", 0))).name() + same.stream().map(user -> user.age()).toList()
                + all.stream().max(Comparator.comparing(User::age).thenComparing(User::name)).get().name()
                + all.stream().reduce((a, b) -> a.age() > b.age() ? a : b).get();
    }

    @Case
    @AsyncFn
    static String collectors(Trace t) {
        await(t.tick("t"));
        Map<Integer, List<User>> byAge = users().stream().collect(Collectors.groupingBy(User::age, TreeMap::new, Collectors.toList()));
        var byName = users().stream().collect(Collectors.toMap(User::name, user -> user, (a, b) -> a, TreeMap::new));
        await(t.tick("u"));
        String s = "";
        for (var entry : byName.entrySet()) {
            s += entry.getKey() + entry.getValue().age();
        }
        return s + byAge + byAge.get(3).get(0).name() + byName.get("al").name()
                + users().stream().map(Function.identity()).count();
    }

    @Case
    @AsyncFn
    static String genericCalls(Trace t) {
        var first = pick(user("a"), user("b"));
        await(t.tick("t"));
        return first.name() + nameOf(first) + nameOf(user("c")) + ages(users()) + ages(List.of())
                + twice(1, users()).size() + twice(user("x"), users()).get(0).name()
                + Collections.<User>emptyList().size() + Inferences.<User>pick(first, null).age();
    }

    @Case
    @AsyncFn
    static String whatTwoHaveInCommon(Trace t) {
        boolean b = await(t.leaf("b", false));
        var either = b ? new User("a") : new Cat("c");
        await(t.tick("t"));
        Named named = pick(new User("x"), new Cat("y"));
        return either.name() + named.name() + List.of(new User("p"), new Cat("q")).stream().map(n -> n.name()).toList();
    }

    @Case
    @AsyncFn
    static String variableArity(Trace t) {
        await(t.tick("t"));
        return Stream.of(user("a"), user("b")).map(User::name).collect(Collectors.joining())
                + Arrays.asList(user("c"), user("d")).get(1).name() + List.of(user("e")).get(0).name();
    }

    @Case
    @AsyncFn
    static String diamonds(Trace t) {
        Map<String, User> map = new HashMap<>();
        map.put("k", user("a"));
        var list = new ArrayList<>(users());
        await(t.tick("t"));
        map.computeIfAbsent("l", name -> new User(name));
        map.merge("k", user("m"), (a, b) -> b);
        list.add(map.get("k"));
        var twice = new ArrayList<>(list) {
            private static final long serialVersionUID = 1;

            @Override
            public int size() {
                return super.size() * 2;
            }
        };
        return "" + list + map.get("l").name() + list.get(2).name() + twice.size();
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        Color color = Color.valueOf(await(t.leaf("c", "RED")));
        var other = Color.GREEN;
        EnumMap<Color, Integer> map = new EnumMap<>(Map.of(color, 1));
        map.put(other, await(t.leaf("n", 2)));
        EnumSet<Color> set = EnumSet.of(color, other);
        String s = "";
        for (Color c : Color.values()) {
            s += c.low() + c.ordinal() + map.get(c);
        }
        return s + set + color.compareTo(other) + (color == Color.RED) + color.name() + Color.values().length + other;
    }

    static Words words() {
        return new Words();
    }

    @Case
    @AsyncFn
    static String iterables(Trace t) {
        String s = "";
        for (String word : words()) {
            s += word;
        }
        for (String word : new Words()) {
            s += word + await(t.leaf("x", "x"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inLambdas(Trace t) throws Exception {
        await(t.tick("t"));
        Callable<User> callable = () -> {
            var all = users();
            var first = all.get(0);
            return first.age() > 1 ? first : null;
        };
        BinaryOperator<User> older = (a, b) -> a.age() > b.age() ? a : b;
        Function<String, Function<Integer, User>> curried = name -> age -> new User(name, age);
        return callable.call().name() + older.apply(user("x"), user("yy")).name() + curried.apply("c").apply(7).age();
    }

    @Case
    @AsyncFn
    static String casts(Trace t) {
        await(t.tick("t"));
        Object o = users().get(0);
        Named named = (Named) users().get(1);
        Object[] array = {user("a"), users().get(0)};
        synchronized (pick(user("l"), null)) {
            return o + named.name() + array.length + ((Comparable<User>) user("b")).compareTo(user("c"));
        }
    }

    @Case
    @AsyncFn
    static String ofSwitches(Trace t) {
        int n = await(t.leaf("n", 1));
        User user = switch (n) {
            case 1 -> users().get(0);
            default -> await(t.leaf("u", user("d")));
        };
        var other = switch (n) {
            case 1 -> user("z");
            default -> {
                yield users().get(1);
            }
        };
        return user.name() + other.name();
    }
}
