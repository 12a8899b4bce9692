package dev.asyncfn.stream;

import java.util.Objects;
import java.util.function.Predicate;

/** Lets the items of one stream pass from the first on that fails a test. */
final class SkipWhile<T> implements Predicate<T> {
    private final Predicate<? super T> test;
    private boolean passing;

    SkipWhile(Predicate<? super T> test) {
        this.test = Objects.requireNonNull(test, "test");
    }

    @Override
    public boolean test(T item) {
        passing = passing || !test.test(item);
        return passing;
    }
}
