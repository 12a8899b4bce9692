package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Predicate;

/** The items that pass a test. */
final class FilterStream<T> extends StreamAdapter<T, T> {
    private final Predicate<? super T> test;

    FilterStream(Stream<T> upstream, Predicate<? super T> test) {
        super(upstream);
        this.test = Objects.requireNonNull(test, "test");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        for (; ; ) {
            Poll<T> poll = pollUpstream(cx);
            if (!(poll instanceof Poll.Ready<T> next) || next.value() == null || test.test(next.value())) {
                return poll; // unchanged: nothing is allocated
            }
        }
    }
}
