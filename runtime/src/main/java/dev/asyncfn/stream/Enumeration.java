package dev.asyncfn.stream;

import dev.asyncfn.future.Pair;
import java.util.function.Function;

/** Counts the items of one stream. */
final class Enumeration<T> implements Function<T, Pair<Long, T>> {
    private long next;

    @Override
    public Pair<Long, T> apply(T item) {
        return new Pair<>(next++, item);
    }
}
