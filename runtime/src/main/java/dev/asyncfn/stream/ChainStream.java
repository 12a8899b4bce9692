package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** The items of one stream, then those of another. */
final class ChainStream<T> extends StreamAdapter<T, T> {
    /** Null from its turn on. */
    private Stream<T> rest;

    ChainStream(Stream<T> first, Stream<T> rest) {
        super(first);
        this.rest = Objects.requireNonNull(rest, "next");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        Poll<T> poll = pollUpstream(cx);
        if (!upstreamEnded() || rest == null) {
            return poll;
        }
        continueWith(rest);
        rest = null;
        return pollUpstream(cx);
    }

    @Override
    boolean childrenLetGo(Context cx) {
        if (rest != null && streamLetsGo(rest, cx)) {
            rest = null;
        }
        return rest == null;
    }

    @Override
    void dropChildren() {
        Stream<T> left = rest;
        rest = null;
        if (left != null) {
            left.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
