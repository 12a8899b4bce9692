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
    /** Null once it has completed or been dropped. */
    private Future<T> mapped;

    /** True during a poll, too. */
    private boolean ended;

    private final Function<? super T, ? extends R> mapping;

    MapFuture(Future<T> mapped, Function<? super T, ? extends R> mapping) {
        this.mapped = Objects.requireNonNull(mapped, "future");
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    public Poll<R> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        if (!(mapped.poll(cx) instanceof Poll.Ready<T> ready)) {
            ended = false;
            return Poll.pending();
        }
        mapped = null;
        return Poll.ready(mapping.apply(ready.value()));
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            Future<T> dropped = mapped;
            mapped = null;
            dropped.drop();
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : "map";
    }

    /** The future that is mapped, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return mapped;
    }
}
