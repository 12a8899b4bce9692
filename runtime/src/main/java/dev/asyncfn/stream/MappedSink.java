package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Function;

/** Maps its items for another sink. */
final class MappedSink<S, T> extends SinkAdapter<S, T> {
    private final Function<? super S, ? extends T> mapping;

    MappedSink(Sink<T> target, Function<? super S, ? extends T> mapping) {
        super(target);
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    Poll<Void> tryReady(Context cx) throws Exception {
        return target.pollReady(cx);
    }

    @Override
    void take(S item) throws Exception {
        T mapped = Objects.requireNonNull(mapping.apply(item), "mapping returned null");
        pass(mapped, Undelivered.close(), target);
    }

    @Override
    Poll<Void> tryFlush(Context cx) throws Exception {
        return target.pollFlush(cx);
    }

    @Override
    public String state() {
        return "MappedSink";
    }
}
