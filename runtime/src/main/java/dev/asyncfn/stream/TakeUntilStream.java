package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.List;
import java.util.Objects;

/** The items until a future is ready. */
final class TakeUntilStream<T> extends StreamAdapter<T, T> {
    /** Null once it has completed, thrown or been dropped. */
    private Future<?> stop;

    TakeUntilStream(Stream<T> upstream, Future<?> stop) {
        super(upstream);
        this.stop = Objects.requireNonNull(stop, "stop");
        OwnedFuture.claim(stop, this);
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        Future<?> polled = stop;
        if (polled != null) {
            stop = null;
            if (ChildFuture.completes(polled, cx)) {
                return finish();
            }
            stop = polled;
        }
        Poll<T> poll = pollUpstream(cx);
        return upstreamEnded() ? finish() : poll;
    }

    @Override
    boolean childrenLetGo(Context cx) {
        if (childLetsGo(stop, cx)) {
            stop = null;
        }
        return stop == null;
    }

    @Override
    void dropChildren() {
        Future<?> left = stop;
        stop = null;
        ChildFuture.drop(left);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.with(stop, super.awaitedAll());
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
