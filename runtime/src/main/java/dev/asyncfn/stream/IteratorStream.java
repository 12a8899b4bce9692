package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;

/** The items of an iterator, which is asked for at the first poll. */
final class IteratorStream<T> implements Stream<T> {
    private final Supplier<? extends Iterator<? extends T>> items;
    private Iterator<? extends T> iterator;

    IteratorStream(Supplier<? extends Iterator<? extends T>> items) {
        this.items = items;
    }

    @Override
    public Poll<T> pollNext(Context cx) {
        if (iterator == null) {
            iterator = Objects.requireNonNull(items.get(), "iterator");
        }
        if (!iterator.hasNext()) {
            return Stream.end();
        }
        return cx.proceed() ? Streams.item(iterator.next()) : Poll.pending();
    }
}
