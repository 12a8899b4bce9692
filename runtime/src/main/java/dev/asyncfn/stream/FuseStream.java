package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;

/** The same items, with the behavior of every adapter at the end. Sources are wrapped in it for safety. */
final class FuseStream<T> extends StreamAdapter<T, T> {
    FuseStream(Stream<T> upstream) {
        super(upstream);
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        return pollUpstream(cx);
    }

    /** It is not worth a word. */
    @Override
    public String state() {
        return upstreamState();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
