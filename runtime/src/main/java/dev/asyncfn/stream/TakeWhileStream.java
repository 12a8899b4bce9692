package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Predicate;

/** The items before the first that fails a test. */
final class TakeWhileStream<T> extends StreamAdapter<T, T> {
    private final Predicate<? super T> test;

    TakeWhileStream(Stream<T> upstream, Predicate<? super T> test) {
        super(upstream);
        this.test = Objects.requireNonNull(test, "test");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        Poll<T> poll = pollUpstream(cx);
        if (poll instanceof Poll.Ready<T> next && next.value() != null && !test.test(next.value())) {
            return finish();
        }
        return poll;
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
