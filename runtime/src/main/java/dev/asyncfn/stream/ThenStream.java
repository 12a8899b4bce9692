package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The values of the futures made of the items, one after the other. */
final class ThenStream<T, R> extends StreamAdapter<T, R> {
    private final Function<? super T, ? extends Future<? extends R>> mapping;
    /** The future that is awaited, or null. */
    private Future<? extends R> child;

    private Undelivered<? super R> ofItem = Undelivered.close();

    ThenStream(Stream<T> upstream, Function<? super T, ? extends Future<? extends R>> mapping) {
        super(upstream);
        this.mapping = Objects.requireNonNull(mapping, "mapping");
    }

    @Override
    Poll<R> advance(Context cx) throws Exception {
        if (child == null) {
            if (!(pollUpstream(cx) instanceof Poll.Ready<T> next)) {
                return Poll.pending();
            }
            if (next.value() == null) {
                return Stream.end();
            }
            child = ChildFuture.claimed(mapping.apply(next.value()), this, "mapping returned null");
        }
        Future<? extends R> polled = child;
        child = null;
        if (!(ChildFuture.poll(polled, cx) instanceof Poll.Ready<? extends R> ready)) {
            child = polled;
            return Poll.pending();
        }
        ofItem = ChildFuture.undelivered(polled);
        return Streams.item(ready.value());
    }

    @Override
    public Undelivered<? super R> undelivered() {
        return ofItem;
    }

    @Override
    boolean childrenLetGo(Context cx) {
        if (childLetsGo(child, cx)) {
            child = null;
        }
        return child == null;
    }

    @Override
    void dropChildren() {
        Future<?> left = child;
        child = null;
        ChildFuture.drop(left);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return child == null ? super.awaitedAll() : List.of(child);
    }
}
