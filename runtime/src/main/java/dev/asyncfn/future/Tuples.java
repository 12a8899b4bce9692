package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.util.Arrays;
import java.util.List;

/** Joins whose values have types of their own. A tuple is released as the list that it was made from. */
final class Tuples {
    private Tuples() {}

    /** @param <E> the exception that the join may fail with, if its type says so */
    static <A, B, E extends Exception> TryFuture<Pair<A, B>, E> ofTwo(Future<List<Object>> join) {
        return new MapFuture<>(
                join, all -> new Pair<>(at(all, 0), at(all, 1)), pair -> Arrays.asList(pair.first(), pair.second()));
    }

    /** As {@link #ofTwo}. */
    static <A, B, C, E extends Exception> TryFuture<Triple<A, B, C>, E> ofThree(Future<List<Object>> join) {
        return new MapFuture<>(
                join,
                all -> new Triple<>(at(all, 0), at(all, 1), at(all, 2)),
                triple -> Arrays.asList(triple.first(), triple.second(), triple.third()));
    }

    /** As {@link #ofTwo}. */
    static <A, B, C, D, E extends Exception> TryFuture<Quadruple<A, B, C, D>, E> ofFour(Future<List<Object>> join) {
        return new MapFuture<>(
                join,
                all -> new Quadruple<>(at(all, 0), at(all, 1), at(all, 2), at(all, 3)),
                four -> Arrays.asList(four.first(), four.second(), four.third(), four.fourth()));
    }

    @SuppressWarnings("unchecked") // the future at this place was of X
    private static <X> X at(List<Object> values, int index) {
        return (X) values.get(index);
    }
}
