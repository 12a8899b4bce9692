package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.Pair;

/** The items, each with its number. */
final class EnumeratedStream<T> extends StreamAdapter<T, Pair<Long, T>> {
    private long next;

    EnumeratedStream(Stream<T> upstream) {
        super(upstream);
    }

    @Override
    Poll<Pair<Long, T>> advance(Context cx) throws Exception {
        if (!(pollUpstream(cx) instanceof Poll.Ready<T> item)) {
            return Poll.pending();
        }
        return item.value() == null ? Stream.end() : Poll.ready(new Pair<>(next++, item.value()));
    }

    @Override
    public Undelivered<? super Pair<Long, T>> undelivered() {
        Undelivered<? super T> ofItem = ofUpstream();
        return pair -> ofItem.release(pair.second());
    }
}
