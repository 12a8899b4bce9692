package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Function;

/** The items, mapped. */
final class MapStream<T, R> extends StreamAdapter<T, R> {
    private final Function<? super T, ? extends R> mapping;

    MapStream(Stream<T> upstream, Function<? super T, ? extends R> mapping) {
        super(upstream);
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    Poll<R> advance(Context cx) throws Exception {
        if (!(pollUpstream(cx) instanceof Poll.Ready<T> next)) {
            return Poll.pending();
        }
        T item = next.value();
        return item == null ? Stream.end() : Streams.item(mapping.apply(item));
    }
}
