package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;

/** The first few items. */
final class TakeStream<T> extends StreamAdapter<T, T> {
    private long left;

    TakeStream(Stream<T> upstream, long count) {
        super(upstream);
        if (count < 0) {
            throw new IllegalArgumentException("take of " + count + " items");
        }
        left = count;
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        if (left == 0) {
            return finish();
        }
        Poll<T> poll = pollUpstream(cx);
        if (poll.isReady() && !upstreamEnded()) {
            left--;
            if (left == 0) {
                finish(); // now, and not when someone comes back for the end
            }
        }
        return poll;
    }
}
