package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Predicate;

/** The items that pass a test. */
final class FilterStream<T> extends StreamAdapter<T, T> {
    private final Predicate<? super T> test;
    /** Whether the test is none of the user's, so that nobody has seen the items that do not pass. */
    private final boolean unseen;

    FilterStream(Stream<T> upstream, Predicate<? super T> test) {
        this(upstream, test, false);
    }

    FilterStream(Stream<T> upstream, Predicate<? super T> test, boolean unseen) {
        super(upstream);
        this.unseen = unseen;
        this.test = Objects.requireNonNull(test, "test");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        for (; ; ) {
            Poll<T> poll = pollUpstream(cx);
            if (!(poll instanceof Poll.Ready<T> next) || next.value() == null || test.test(next.value())) {
                return poll; // unchanged: nothing is allocated
            }
            if (unseen) {
                ofUpstream().release(next.value());
            }
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
