package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;

/** The first few items. */
final class TakeStream<T> extends StreamAdapter<T, T> {
    private long left;
    /** What becomes of the last item, whose stream is dropped already; null before. */
    private Undelivered<? super T> ofLast;

    TakeStream(Stream<T> upstream, long count) {
        super(upstream);
        if (count < 0) {
            throw new IllegalArgumentException("take of " + count + " items");
        }
        left = count;
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        if (left == 0 && !isOver()) {
            return finish();
        }
        Poll<T> poll = pollUpstream(cx);
        if (poll.isReady() && !upstreamEnded()) {
            left--;
            if (left == 0) {
                ofLast = ofUpstream();
                return finish(poll); // now, and not when someone comes back for the end
            }
        }
        return poll;
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofLast == null ? ofUpstream() : ofLast;
    }
}
