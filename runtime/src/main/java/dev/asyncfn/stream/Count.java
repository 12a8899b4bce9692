package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;

/** The number of items, which are released, since nobody takes them. */
final class Count<T> extends StreamFuture<T, Long> {
    private long count;

    Count(Stream<T> stream) {
        super(stream);
    }

    @Override
    Poll<Long> advance(Stream<T> items, Context cx) throws Exception {
        while (items.pollNext(cx) instanceof Poll.Ready<T> next) {
            if (next.value() == null) {
                return Poll.ready(count);
            }
            count++;
            items.undelivered().release(next.value());
        }
        return Poll.pending();
    }
}
