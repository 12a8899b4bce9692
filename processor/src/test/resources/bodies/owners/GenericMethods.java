package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

final class GenericMethods {
    private GenericMethods() {}

    @AsyncFn
    static <T> T identity(Trace t, T value) {
        T held = await(t.leaf("value", value));
        await(t.tick("t"));
        return held;
    }

    @AsyncFn
    static <T extends Comparable<? super T>> T max(Trace t, Collection<? extends T> all) {
        T best = null;
        for (T x : all) {
            if (best == null || await(t.leaf("compare", x)).compareTo(best) > 0) best = x;
        }
        return best;
    }

    @AsyncFn
    static <K extends Comparable<K>, V extends Number & Comparable<V>> String both(Trace t, Map<K, ? extends V> map) {
        StringBuilder s = new StringBuilder();
        for (Map.Entry<K, ? extends V> e : map.entrySet()) {
            V v = e.getValue();
            K k = await(t.leaf("key", e.getKey()));
            s.append(k).append(v.intValue()).append(v.compareTo(v));
        }
        return s.toString();
    }

    /** Nothing but the test, whose type is a wildcard, tells what T is. */
    @AsyncFn
    static <T extends Comparable<T>> Function<T, String> verdict(Trace t, Predicate<? super T> test) {
        String yes = await(t.leaf("yes", "yes"));
        return value -> test.test(value) ? yes : "no";
    }

    @Case
    @AsyncFn
    static String typeThatIsBoundedByItself(Trace t) {
        Function<String, String> verdict = await(GenericMethods.<String>verdict(t, s -> s.equals("a")));
        return verdict.apply("a") + verdict.apply("b");
    }

    @AsyncFn
    static <A, B> List<B> mapped(Trace t, List<A> in, Function<? super A, ? extends Future<? extends B>> f) {
        List<B> out = new ArrayList<>();
        for (A a : in) out.add(await(f.apply(a)));
        return out;
    }

    @AsyncFn
    static <E> E[] filled(Trace t, E[] array, Supplier<? extends E> source) {
        for (int i = 0; i < array.length; i++) {
            array[i] = await(t.leaf("e" + i, source.get()));
        }
        return array;
    }

    @Case
    @AsyncFn
    static String typeParameters(Trace t) {
        String s = identity(t, "s");
        int n = await(identity(t, 5));
        List<String> list = GenericMethods.<List<String>>identity(t, List.of("a"));
        return s + n + list.get(0);
    }

    @Case
    @AsyncFn
    static String bounds(Trace t) {
        return max(t, List.of(3, 9, 2)) + max(t, List.of("x", "z", "y")) + await(both(t, Map.of("k", 4)));
    }

    @Case
    @AsyncFn
    static String wildcardsOfFutures(Trace t) {
        List<Integer> lengths = mapped(t, List.of("a", "bb"), s -> t.leaf(s, s.length()));
        Future<? extends Number> number = t.leaf("number", 4.5);
        Future<?> any = t.leaf("any", 'x');
        return lengths + " " + await(number).intValue() + await(any);
    }

    @Case
    @AsyncFn
    static String arraysOfATypeParameter(Trace t) {
        String[] a = filled(t, new String[2], () -> "x");
        return a[0] + a[1] + a.length;
    }
}
