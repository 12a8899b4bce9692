package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.util.Objects;
import java.util.function.Function;

/** The value of another future, mapped. */
final class MapFuture<T, R, E extends Exception> implements TryFuture<R, E>, Traced {
    /** Null once it has completed, thrown or been dropped. */
    private Future<T> mapped;

    private final Function<? super T, ? extends R> mapping;

    MapFuture(Future<T> mapped, Function<? super T, ? extends R> mapping) {
        this.mapped = Objects.requireNonNull(mapped, "future");
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    public Poll<R> poll(Context cx) throws Exception {
        Future<T> awaited = mapped;
        if (awaited == null) {
            throw new IllegalStateException("polled after completion");
        }
        mapped = null;
        if (!(awaited.poll(cx) instanceof Poll.Ready<T> ready)) {
            mapped = awaited;
            return Poll.pending();
        }
        return Poll.ready(mapping.apply(ready.value()));
    }

    @Override
    public void drop() {
        Future<T> awaited = mapped;
        mapped = null;
        if (awaited != null) {
            awaited.drop();
        }
    }

    @Override
    public String state() {
        return mapped == null ? "DONE" : "map";
    }

    @Override
    public Future<?> awaited() {
        return mapped;
    }
}
