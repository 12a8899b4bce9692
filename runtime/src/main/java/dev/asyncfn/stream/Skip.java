package dev.asyncfn.stream;

import java.util.function.Predicate;

/** Lets the items of one stream pass after the first few. */
final class Skip<T> implements Predicate<T> {
    private long left;

    Skip(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip of " + count + " items");
        }
        left = count;
    }

    @Override
    public boolean test(T item) {
        if (left == 0) {
            return true;
        }
        left--;
        return false;
    }
}
