package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Generic helpers of generated programs, whose type arguments javac must infer, and of which some decide what else is inferred. */
public final class Gather {
    /** A loop adds to a list again and again. */
    private static final int MOST = 12;

    private Gather() {}

    public static <T, C extends Collection<? super T>> C plus(C collection, T item) {
        if (collection.size() < MOST) {
            collection.add(item);
        }
        return collection;
    }

    public static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        if (map.size() < MOST) {
            map.put(key, value);
        }
        return map;
    }

    public static <K, V extends Comparable<? super V>> List<K> byValue(Map<K, V> map) {
        List<K> keys = new ArrayList<>();
        map.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> keys.add(entry.getKey()));
        return keys;
    }

    public static <A, R> R with(A value, Function<? super A, ? extends R> function) {
        return function.apply(value);
    }

    public static <A, B, R> R with(A one, B other, BiFunction<? super A, ? super B, ? extends R> function) {
        return function.apply(one, other);
    }

    public static <T> T firstOr(Collection<? extends T> items, Supplier<? extends T> other) {
        return items.isEmpty() ? other.get() : items.iterator().next();
    }

    public static <T> List<T> copy(Collection<T> items) {
        return new ArrayList<>(items);
    }

    public static <T> UnaryOperator<T> twice(UnaryOperator<T> step) {
        return value -> step.apply(step.apply(value));
    }

    public static <T> Comparator<T> by(Function<? super T, Integer> key) {
        return Comparator.comparing(key);
    }

    @SafeVarargs
    public static <T> List<T> all(T first, T... others) {
        List<T> all = new ArrayList<>();
        all.add(first);
        for (T other : others) {
            all.add(other);
        }
        return all;
    }
}
