package bodies.switches;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The future has casts that its body does not have. Behind {@code yield}, javac 17 takes the comma of one for that of arguments. */
final class YieldedCasts {
    private final int factor;

    private YieldedCasts(int factor) {
        this.factor = factor;
    }

    private record Pair<A, B>(A first, B second) {
        String both() {
            return first + "" + second;
        }
    }

    private static YieldedCasts make(Trace t, int factor) {
        t.log("make");
        return new YieldedCasts(factor);
    }

    private String times(int a, int b) {
        return "" + a * b * factor;
    }

    private static String called(BiFunction<Integer, Integer, String> f) {
        return f.apply(2, 3);
    }

    private static String called(Supplier<String> f) {
        return f.get();
    }

    @Case
    @AsyncFn
    static int ofBlocks(Trace t) {
        int n = await(t.leaf("n", 1));
        Future<Integer> one = switch (n) {
            case 0 -> null;
            default -> {
                t.log("one");
                yield async(() -> await(t.leaf("x", 10)));
            }
        };
        Supplier<Future<Integer>> later = () -> switch (n) {
            case 1:
                yield async(() -> n + await(t.leaf("y", 100)));
            default:
                yield (async(() -> 2));
        };
        boolean none = switch (n) {
            default -> {
                yield async(() -> 1000) == null;
            }
        };
        return await(one) + await(later.get()) + (none ? 1 : 0);
    }

    @Case
    @AsyncFn
    static String ofReferencesWhoseReceiverIsKept(Trace t) {
        Supplier<String> later = () -> called(make(t, 5)::times);
        await(t.tick("t"));
        return later.get() + called(make(t, 7)::times);
    }

    private static Object maps() {
        return new HashMap<>(Map.of("k", List.of(1)));
    }

    @Case
    @AsyncFn
    @SuppressWarnings("unchecked")
    static String ofPrivateTypes(Trace t) {
        Pair<String, Integer> pair = new Pair<>("a", await(t.leaf("n", 1)));
        Object any = pair;
        await(t.tick("t"));
        Supplier<Pair<String, Integer>> later = () -> switch (pair.second()) {
            case 1 -> {
                yield new Pair<>("b", 2);
            }
            case 2 -> {
                yield ((Pair<String, Integer>) any);
            }
            default -> pair;
        };
        Pair<?, ?> other = switch (later.get().first()) {
            case "b" -> {
                t.log("b");
                yield new Pair<Integer, Map<String, Integer>>(1, Map.of());
            }
            default -> pair;
        };
        Map<String, List<Integer>> map = switch (t.v("s", "x")) {
            default -> {
                yield ((Map<String, List<Integer>>) maps());
            }
        };
        return later.get().both() + other.both() + map;
    }

    @Case
    @AsyncFn
    static <T, U extends Comparable<U>, M extends Map<T, U> & Cloneable> String ofSeveralTypes(Trace t) {
        @SuppressWarnings("unchecked")
        M map = (M) new HashMap<>(Map.of("k", 1));
        Object o = await(t.leaf("o", map));
        var sum = o == null ? new HashMap<T, U>() : map;
        var either = await(t.leaf("b", true)) ? List.of(Map.of("a", 1)) : List.of(new HashMap<>(Map.of("b", 2)));
        await(t.tick("t"));
        var again = switch (t.v("n", 1)) {
            default -> {
                yield sum;
            }
        };
        return again + "" + switch (t.v("n", 2)) {
            default -> {
                yield either.get(0);
            }
        };
    }
}
