package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lambdas and method references for private interfaces. */
final class Functions {
    private interface Greeting {
        String of(String name);

        default Greeting then(Greeting next) {
            return name -> next.of(of(name));
        }

        static Greeting plain() {
            return name -> name;
        }
    }

    private record User(String name, int age) {
        User older() {
            return new User(name, age + 1);
        }
    }

    private interface Change {
        User apply(User user, int times);
    }

    private interface Mapping<A, R> {
        R map(A from);
    }

    private interface Failing<T, E extends Exception> {
        T get(int n) throws E;
    }

    private interface OfUser extends Function<User, String> {}

    private interface Adult extends Predicate<User> {
        @Override
        boolean test(User user);
    }

    private interface Numbers {
        long sum(int a, long b, double... more);
    }

    private interface Sizes {
        User[] make(int length);
    }

    private interface Effect {
        void run();
    }

    private interface Nested {
        Greeting greeting(Mapping<? super String, ? extends List<User>> users);
    }

    private final String suffix;

    Functions(String suffix) {
        this.suffix = suffix;
    }

    private static String loud(String name) {
        return name.toUpperCase(java.util.Locale.ROOT);
    }

    private static String greet(Greeting greeting, String name) {
        return greeting.of(name);
    }

    private static <A, R> List<R> all(List<A> from, Mapping<? super A, ? extends R> mapping) {
        List<R> all = new ArrayList<>();
        from.forEach(each -> all.add(mapping.map(each)));
        return all;
    }

    private static <T, E extends Exception> T get(Failing<T, E> failing, int n) throws E {
        return failing.get(n);
    }

    private static String count(Greeting... greetings) {
        String s = "";
        for (Greeting greeting : greetings) {
            s += greeting.of("v");
        }
        return s;
    }

    private static String which(Greeting greeting) {
        return "greeting " + greeting.of("w");
    }

    private static String which(Effect effect) {
        effect.run();
        return "effect";
    }

    @Case
    @AsyncFn
    static String lambdas(Trace t) {
        Greeting hello = name -> "Hello, " + name;
        String a = await(t.leaf("a", "a"));
        Greeting twice = (String name) -> {
            t.log("twice");
            return name + a + name;
        };
        Greeting both = hello.then(twice).then(name -> name + "!");
        String s = both.of(await(t.leaf("b", "b")));
        return s + greet(name -> name + s.length(), a) + greet(await(t.leaf("c", true)) ? hello : n -> n, "d")
                + Greeting.plain().then(n -> "<" + n + ">").of("e");
    }

    @Case
    @AsyncFn
    static String references(Trace t) {
        Greeting loud = Functions::loud;
        Greeting trim = String::trim;
        Greeting copy = String::new;
        String prefix = await(t.leaf("p", "pre"));
        Greeting concat = prefix::concat;
        Sizes sizes = User[]::new;
        Mapping<String, StringBuilder> builder = StringBuilder::new;
        Mapping<User, User> older = User::older;
        await(t.tick("t"));
        return loud.then(trim).then(copy).then(concat).of(" x ") + sizes.make(3).length + builder.map("b").reverse()
                + older.map(new User("u", 4)).age() + greet(await(t.leaf("q", "q"))::concat, "r");
    }

    @Case
    @AsyncFn
    static String nullReceiver(Trace t) {
        String none = await(t.leaf("none", null));
        try {
            Greeting greeting = none::concat;
            return greeting.of("x");
        } catch (NullPointerException e) {
            return "null" + await(t.leaf("z", "z"));
        }
    }

    @Case
    @AsyncFn
    static String privateTypes(Trace t) {
        Change older = (user, times) -> new User(user.name(), user.age() + times);
        User user = await(t.leaf("user", new User("u", 1)));
        Change repeated = (u, times) -> times == 0 ? u : older.apply(u.older(), times - 1);
        OfUser text = u -> u.name() + u.age();
        Adult adult = u -> u.age() > 17;
        await(t.tick("t"));
        User grown = repeated.apply(user, 18);
        return text.apply(grown) + adult.test(grown) + adult.negate().test(user) + text.andThen(Functions::loud).apply(user)
                + older.apply(grown, await(t.leaf("five", 5)));
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        List<String> words = await(t.leaf("words", List.of("a", "bc")));
        List<Integer> lengths = all(words, String::length);
        List<User> users = all(words, word -> new User(word, word.length()));
        List<String> names = Functions.<User, String>all(users, User::name);
        Mapping<? super Integer, ? extends CharSequence> wild = n -> "n" + n;
        Mapping<List<? extends User>, User> first = list -> list.get(0);
        await(t.tick("t"));
        return lengths + "" + users + names + wild.map(3) + first.map(users) + all(all(lengths, n -> n * 2), n -> n + "!");
    }

    @AsyncFn
    static <K extends Comparable<K>> K largest(Trace t, List<K> keys) {
        Mapping<List<K>, K> last = list -> list.get(list.size() - 1);
        await(t.tick("t"));
        Mapping<K, Mapping<K, K>> larger = a -> b -> a.compareTo(b) < 0 ? b : a;
        return larger.map(last.map(keys)).map(await(t.leaf("first", keys.get(0))));
    }

    @Case
    @AsyncFn
    static String typeParameters(Trace t) {
        return largest(t, List.of(3, 1)) + largest(t, List.of("a", "b"));
    }

    @Case
    @AsyncFn
    static String failures(Trace t) throws IOException {
        Failing<String, IOException> failing = n -> {
            if (n > 1) {
                throw new IOException("n" + n);
            }
            return "ok" + n;
        };
        String s = failing.get(await(t.leaf("one", 1)));
        try {
            s += get(failing, 2);
        } catch (IOException e) {
            s += e.getMessage() + await(t.leaf("caught", "c"));
        }
        Failing<Integer, RuntimeException> dividing = n -> 1 / n;
        try {
            s += Functions.<Integer, RuntimeException>get(dividing, 0);
        } catch (ArithmeticException e) {
            s += "by zero";
        }
        return s + get(failing, await(t.leaf("three", 3)));
    }

    @Case
    @AsyncFn
    static String primitives(Trace t) {
        Numbers numbers = (a, b, more) -> a + b + more.length;
        long n = numbers.sum(await(t.leaf("one", 1)), 2, 3.0, 4.0);
        int[] calls = {0};
        Effect effect = () -> calls[0]++;
        effect.run();
        await(t.tick("t"));
        effect.run();
        Effect log = () -> t.log("effect");
        log.run();
        return n + " " + calls[0] + which(() -> calls[0] = 7) + calls[0] + which(w -> w + w);
    }

    @Case
    @AsyncFn
    static String positions(Trace t) {
        Greeting[] greetings = {n -> n + 1, Functions::loud, null};
        int k = await(t.leaf("k", 1));
        Greeting chosen = switch (k) {
            case 1 -> n -> n + "one";
            default -> {
                t.log("other");
                yield Functions::loud;
            }
        };
        greetings[2] = k == 1 ? n -> n + "last" : chosen;
        Object cast = (Greeting) n -> n + "cast";
        Supplier<Greeting> made = () -> n -> n + "made";
        String s = count(n -> n + "a", chosen) + count() + greetings[2].of("x");
        for (Greeting greeting : greetings) {
            s += greeting.of(await(t.leaf("y", "y")));
        }
        return s + (cast instanceof Greeting g ? g.of("z") : "none") + made.get().of("m");
    }

    @Case
    @AsyncFn
    static String eachIteration(Trace t) {
        List<Greeting> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int n = i;
            User user = new User("u" + n, await(t.leaf("age", n)));
            all.add(name -> name + n + user.age());
        }
        String s = "";
        for (Greeting greeting : all) {
            s += greeting.of("g") + await(t.leaf("x", "x"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nested(Trace t) {
        Nested nested = users -> name -> name + users.map(name);
        Greeting greeting = nested.greeting(name -> List.of(new User(name, 1)));
        await(t.tick("t"));
        return greeting.of("n");
    }

    @Case
    @AsyncFn
    static String inBlocksAndClasses(Trace t) {
        Greeting outside = name -> name + "o";
        var block = async(() -> {
            Greeting inside = name -> outside.of(name) + "i";
            await(t.tick("b"));
            return inside.of(await(t.leaf("c", "c")));
        });
        class Local {
            Greeting greeting() {
                return name -> outside.of(name) + "l";
            }
        }
        Greeting local = new Local().greeting();
        return await(block) + local.of("d");
    }

    @Case
    @AsyncFn
    static String ofAnInstance(Trace t) {
        Functions functions = new Functions(await(t.leaf("s", "-s")));
        return await(functions.own(t)) + await(functions.own(t));
    }

    private String suffixed(String name) {
        return name + suffix;
    }

    @AsyncFn
    String own(Trace t) {
        Greeting mine = name -> name + suffix;
        Greeting again = this::suffixed;
        await(t.tick("t"));
        return mine.then(again).then(this::suffixed).of("n");
    }

    /** Of the object itself: it is no other each time that it is looked at. */
    @Case
    @AsyncFn
    static boolean identity(Trace t) {
        Greeting greeting = name -> name;
        Greeting same = await(t.leaf("same", greeting));
        return same == greeting && greeting.equals(same) && same.hashCode() == greeting.hashCode();
    }

    private record Adder(int by) {
        private int to(int n) {
            return n + by;
        }

        private <T> T same(T value) {
            return value;
        }
    }

    private static Adder adder(Trace t) {
        t.log("adder");
        return new Adder(3);
    }

    /** A cast says what a reference is; where the receiver has to be evaluated first, it does so behind that. */
    @Case
    @AsyncFn
    static Object castReferences(Trace t) throws Exception {
        Supplier<Object> later = () -> ((Function<Integer, Integer>) adder(t)::to).apply(1);
        Object inMonitor;
        Object parenthesized;
        synchronized (t) {
            final var function = ((java.util.function.IntUnaryOperator) (adder(t)::to));
            inMonitor = function.applyAsInt(2);
            parenthesized = ((Function<String, String> & java.io.Serializable) ((adder(t)::same))).apply("s");
        }
        Object object = new Object() {
            @Override
            public String toString() {
                return ((Mapping<Integer, Integer>) adder(t)::to).map(5) + ((Greeting) adder(t)::<String>same).of("g");
            }
        };
        await(t.tick("t"));
        return "" + later.get() + inMonitor + parenthesized + object;
    }
}
