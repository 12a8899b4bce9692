package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The value of another future, mapped. */
final class MapFuture<T, R, E extends Exception> extends OwnedFuture<R> implements TryFuture<R, E>, Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> mapped;

    /** True during a poll, too. */
    private boolean ended;

    private final Function<? super T, ? extends R> mapping;
    /** From the new value to one like the old one, by which it is released; null if the mapping has made something else of it. */
    private final Function<? super R, ? extends T> back;

    private Undelivered<? super T> ofMapped;

    MapFuture(Future<T> mapped, Function<? super T, ? extends R> mapping) {
        this(mapped, mapping, null);
    }

    MapFuture(Future<T> mapped, Function<? super T, ? extends R> mapping, Function<? super R, ? extends T> back) {
        this.mapped = Objects.requireNonNull(mapped, "future");
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.back = back;
        OwnedFuture.claim(mapped, this);
    }

    @Override
    public Poll<R> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        if (!(Objects.requireNonNull(mapped.poll(cx), "poll returned null") instanceof Poll.Ready<T> ready)) {
            ended = false;
            return Poll.pending();
        }
        if (back != null) {
            ofMapped = mapped.undelivered();
        }
        mapped = null;
        return Poll.ready(mapping.apply(ready.value()));
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            ended = true;
            if (mapped.pollDrop(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
            mapped = null;
        }
        return Poll.ready(null);
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
    public Undelivered<? super R> undelivered() {
        Undelivered<? super T> how = ofMapped;
        return how == null ? Undelivered.close() : value -> how.release(back.apply(value));
    }

    @Override
    public String state() {
        if (ended) {
            return "DONE";
        }
        return isTuple() ? ((Traced) mapped).state() : "map";
    }

    /** The future that is mapped, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return !ended && isTuple() ? ((Traced) mapped).awaited() : mapped;
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return !ended && isTuple() ? ((Traced) mapped).awaitedAll() : Traced.super.awaitedAll();
    }

    /** Whether the user knows this as a join, whose values have types of their own: then it shows itself as that join. */
    private boolean isTuple() {
        return back != null && mapped instanceof Traced;
    }
}
