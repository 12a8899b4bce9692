package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The types of async blocks, and of what they capture. */
final class BlockTypes {
    private BlockTypes() {}

    @AsyncFn
    private static <T extends Comparable<T>> T larger(Trace t, T a, List<? extends T> others) {
        TryFuture<T, RuntimeException> block = async(() -> {
            T best = a;
            for (T other : others) {
                await(t.tick("look"));
                if (other.compareTo(best) > 0) best = other;
            }
            return best;
        });
        return await(block);
    }

    @Case
    @AsyncFn
    static String typeParametersOfTheMethod(Trace t) {
        return await(larger(t, "b", List.of("a", "c"))) + larger(t, 3, List.of(2));
    }

    static final class Box<T> {
        private final T value;

        Box(T value) {
            this.value = value;
        }

        @AsyncFn
        <R> Box<R> map(Trace t, Function<? super T, ? extends R> f) {
            var block = async(() -> new Box<R>(f.apply(await(t.leaf("value", value)))));
            return await(block);
        }

        @AsyncFn
        T get(Trace t) {
            return await(async(() -> {
                T copy = value;
                await(t.tick("copied"));
                return copy;
            }));
        }
    }

    @Case
    @AsyncFn
    static String typeParametersOfTheClass(Trace t) {
        Box<Integer> box = await(new Box<>("four").map(t, String::length));
        return "" + await(box.get(t)) + box.map(t, n -> n + 1).get(t);
    }

    @Case
    @AsyncFn
    static String boxes(Trace t) {
        int i = await(t.leaf("i", 1));
        long l = i;
        char c = 'c';
        Future<Long> widened = async(() -> l + await(t.leaf("x", 1)));
        Future<Character> letter = async(() -> c);
        Future<Object> object = async(() -> await(t.leaf("y", 5)));
        var chosen = async(() -> i == 1 ? await(t.leaf("z", 2)) : null);
        double d = await(async(() -> i / 2.0 + await(t.leaf("w", 1))));
        return "" + await(widened) + await(letter) + await(object) + await(chosen) + d;
    }

    @Case
    @AsyncFn
    static String inferred(Trace t) {
        var list = async(() -> List.of(await(t.leaf("a", 1)), 2));
        var map = async(() -> {
            Map<String, List<Integer>> m = new HashMap<>();
            m.computeIfAbsent(await(t.leaf("key", "k")), k -> new ArrayList<>()).add(3);
            return m;
        });
        List<? extends Number> numbers = await(t.leaf("numbers", List.of(1, 2.5)));
        var first = async(() -> numbers.get(await(t.leaf("index", 1))));
        Future<List<String>> empty = async(() -> List.of());
        Future<Comparator<String>> order = async(() -> Comparator.comparing(String::length));
        return "" + await(list) + await(map) + await(first).intValue() + await(empty)
                + await(order).compare("a", "bb");
    }

    @Case
    @AsyncFn
    static String unnameable(Trace t) {
        var mixed = await(t.leaf("mixed", List.of(1, "two")));
        var anonymous = new Object() {
            int n = 5;

            @Override
            public String toString() {
                return "anonymous " + n;
            }
        };
        var block = async(() -> mixed.size() + "" + anonymous + await(t.leaf("x", 1)));
        var both = async(() -> await(t.leaf("c", true)) ? 1 : "two");
        return await(block) + await(both) + await(async(() -> List.of(await(t.leaf("y", 1)), "z"))).size();
    }

    private record Secret(int n) {
        int twice() {
            return 2 * n;
        }
    }

    private enum Mode {
        ON,
        OFF
    }

    private static final class Hidden {
        private int count = 3;

        private int next() {
            return count++;
        }
    }

    @Case
    @AsyncFn
    static int privateTypes(Trace t) {
        Secret secret = new Secret(await(t.leaf("n", 4)));
        Hidden hidden = new Hidden();
        Future<Secret> block = async(() -> {
            int next = hidden.next() + await(t.leaf("x", 1));
            return new Secret(secret.twice() + next);
        });
        int before = hidden.next();
        return await(block).twice() + hidden.count + before;
    }

    @Case
    @AsyncFn
    static int privateTypesInABlockOnly(Trace t) {
        int n = await(t.leaf("n", 4));
        return await(async(() -> {
            Secret secret = new Secret(n);
            await(t.tick("x"));
            Mode mode = n > 3 ? Mode.ON : Mode.OFF;
            await(t.tick("y"));
            return secret.twice() + mode.ordinal();
        }));
    }

    @Case
    @AsyncFn
    static String localClassesOfTheBlock(Trace t) {
        int n = await(t.leaf("n", 4));
        return await(async(() -> {
            record Pair(int a, int b) {}
            class Counter {
                int count = n;

                int next() {
                    return count++;
                }
            }
            enum Kind {
                A,
                B
            }
            Counter counter = new Counter();
            Pair pair = new Pair(counter.next(), await(t.leaf("b", 2)));
            var anonymous = new Supplier<String>() {
                @Override
                public String get() {
                    return pair + " " + n;
                }
            };
            await(t.tick("x"));
            return pair.toString() + counter.next() + Kind.B + anonymous.get();
        }));
    }

    @Case
    @AsyncFn
    static String localClassesAround(Trace t) {
        record Pair(int a, String b) {
            int twice() {
                return 2 * a;
            }
        }
        enum Kind {
            A,
            B
        }
        interface Named {
            String name();
        }
        Pair pair = new Pair(await(t.leaf("a", 1)), "b");
        var block = async(() -> {
            Named named = () -> pair.b();
            Pair other = new Pair(pair.twice() + await(t.leaf("c", 3)), named.name());
            return List.of(pair, other);
        });
        Function<Pair, Future<Kind>> f = p -> async(() -> p.a() == 1 ? Kind.A : Kind.B);
        return "" + await(block) + await(f.apply(pair));
    }

    @Case
    @AsyncFn
    static String localClassInAStatementThatStaysWhole(Trace t) {
        List<Future<?>> all = new ArrayList<>();
        if (t.v("c", true)) {
            record Point(int x) {}
            Point p = new Point(1);
            all.add(async(() -> new Point(p.x() + await(t.leaf("x", 1)))));
        }
        return "" + await(all.get(0));
    }

    @Case
    @AsyncFn
    static String namedLikeTheStates(Trace t) {
        record State(String name) {}
        var state = new State("a");
        var block = async(() -> {
            record States(State first, String second) {}
            var states = new States(state, "b");
            await(t.tick("a"));
            return states.toString();
        });
        await(t.tick("b"));
        return await(block) + state;
    }

    @Case
    @AsyncFn
    static int functions(Trace t) {
        BiFunction<Integer, Integer, Future<Integer>> add = (a, b) -> async(() -> a + b + await(t.leaf("c", 100)));
        Function<Integer, Function<Integer, Future<Integer>>> curried = a -> b -> async(() -> {
            int c = await(t.leaf("d", a));
            return a * b + c;
        });
        return await(add.apply(1, 2)) + await(curried.apply(3).apply(4));
    }

    @Case
    @AsyncFn
    static String varargs(Trace t) {
        String text = "";
        for (Object each : await(all(t, async(() -> await(t.leaf("a", 1))), async(() -> await(t.leaf("b", "x")))))) {
            text += each;
        }
        return text;
    }

    @AsyncFn
    private static List<Object> all(Trace t, Future<?>... futures) {
        List<Object> values = new ArrayList<>();
        for (Future<?> f : futures) values.add(await(f));
        return values;
    }
}
