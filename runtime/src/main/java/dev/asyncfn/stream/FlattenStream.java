package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.List;
import java.util.Objects;

/** The items of the streams that a stream gives, one after the other. */
final class FlattenStream<T> extends StreamAdapter<Stream<? extends T>, T> {
    /** The stream whose turn it is, or null. */
    private Stream<T> inner;

    FlattenStream(Stream<Stream<? extends T>> upstream) {
        super(upstream);
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        for (; ; ) {
            if (inner == null) {
                if (!(pollUpstream(cx) instanceof Poll.Ready<Stream<? extends T>> next)) {
                    return Poll.pending();
                }
                if (next.value() == null) {
                    return Stream.end();
                }
                inner = Streams.widen(next.value());
            }
            Stream<T> polled = inner;
            inner = null; // until it turns out that it neither ends nor throws
            Poll<T> poll = Objects.requireNonNull(polled.pollNext(cx), "pollNext returned null");
            if (!(poll instanceof Poll.Ready<T> next) || next.value() != null) {
                inner = polled;
                return poll;
            }
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return inner == null ? Undelivered.close() : inner.undelivered();
    }

    @Override
    boolean childrenLetGo(Context cx) {
        if (inner != null && streamLetsGo(inner, cx)) {
            inner = null;
        }
        return inner == null;
    }

    @Override
    void dropChildren() {
        Stream<T> left = inner;
        inner = null;
        if (left != null) {
            left.drop();
        }
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return inner == null ? super.awaitedAll() : Waiting.of(inner);
    }
}
