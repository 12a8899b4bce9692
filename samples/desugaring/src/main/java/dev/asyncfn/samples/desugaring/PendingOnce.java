package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/**
 * A leaf that is pending at its first poll and ready at its second.
 *
 * @param <T> what it is ready with
 */
final class PendingOnce<T> implements Future<T> {
    private final T value;
    private boolean polled;

    PendingOnce(T value) {
        this.value = value;
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (polled) {
            return Poll.ready(value);
        }
        polled = true;
        cx.waker().wakeByRef();
        return Poll.pending();
    }
}
