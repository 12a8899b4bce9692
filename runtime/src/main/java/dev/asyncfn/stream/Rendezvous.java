package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;

/**
 * Hands items over one by one: the sink of a generator, whose other end is the stream. An item is flushed once the stream is asked for the
 * next one. Both ends are driven by the polls of the stream.
 */
final class Rendezvous<T> extends GuardedSink<T> {
    /** The item that the stream has not got yet, or null. */
    private T item;
    /** Whether the stream has got it, and was not asked for another one. */
    private boolean handedOver;
    /** Of who waits for the next request; null if nobody does. */
    private Waker waiting;

    /** The next item is wanted: whoever waits for that may go on, unless it is polled now anyway. */
    void request(Context cx) {
        handedOver = false;
        Waker woken = waiting;
        waiting = null;
        if (woken == null) {
            return;
        }
        if (woken.willWake(cx.waker())) {
            woken.drop();
        } else {
            woken.wake();
        }
    }

    boolean hasItem() {
        return item != null;
    }

    /** The item for the stream, or null. */
    T item() {
        T sent = item;
        item = null;
        handedOver = sent != null;
        return sent;
    }

    @Override
    Poll<Void> tryReady(Context cx) {
        return tryFlush(cx);
    }

    @Override
    void take(T sent) {
        item = sent;
    }

    @Override
    Poll<Void> tryFlush(Context cx) {
        if (item == null && !handedOver) {
            return DONE;
        }
        if (waiting == null || !waiting.willWake(cx.waker())) {
            Waker replaced = waiting;
            waiting = cx.waker().clone();
            if (replaced != null) {
                replaced.drop();
            }
        }
        return Poll.pending();
    }

    @Override
    Poll<Void> tryClose(Context cx) {
        return DONE;
    }

    @Override
    void letGo() {
        item = null;
        Waker left = waiting;
        waiting = null;
        if (left != null) {
            left.drop();
        }
    }
}
