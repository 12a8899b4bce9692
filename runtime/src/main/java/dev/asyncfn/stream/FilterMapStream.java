package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.util.Objects;
import java.util.function.Function;

/** The items, mapped, without those that are mapped to null. */
final class FilterMapStream<T, R> extends StreamAdapter<T, R> {
    private final Function<? super T, ? extends R> mapping;

    FilterMapStream(Stream<T> upstream, Function<? super T, ? extends R> mapping) {
        super(upstream);
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    Poll<R> advance(Context cx) throws Exception {
        while (pollUpstream(cx) instanceof Poll.Ready<T> next) {
            if (next.value() == null) {
                return Stream.end();
            }
            R mapped = mapping.apply(next.value());
            if (mapped != null) {
                return Poll.ready(mapped);
            }
        }
        return Poll.pending();
    }
}
