package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Uncaught;

/**
 * Hands items over one by one: the sink of a generator, whose other end is the stream. An item is flushed once the stream is asked for the
 * next one. Both ends are driven by the polls of the stream. An item that was sent is the stream's, whatever becomes of the sink.
 */
final class Rendezvous<T> extends GuardedSink<T> {
    /** The item that the stream has not got yet, or null. */
    private T item;
    /** Whether the stream has got it, and was not asked for another one. */
    private boolean handedOver;
    /** Of who waits for the next request; null if nobody does. */
    private Waker waiting;

    /** Whether the stream is gone: items that its cleanup still sends are released. */
    private boolean abandoned;

    /** The stream is being dropped: nothing that is sent from now on waits. */
    void abandon() {
        abandoned = true;
    }

    /** The next item is wanted: whoever waits for that may go on, unless it is polled now anyway. */
    void request(Context cx) {
        handedOver = false;
        Waker woken = waiting;
        waiting = null;
        if (woken == null) {
            return;
        }
        tell(woken.willWake(cx.waker()) ? woken::drop : woken::wake);
    }

    /** A waker written by hand that throws must not cost the stream its item, or its future. */
    private static void tell(Runnable waker) {
        try {
            waker.run();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    boolean hasItem() {
        return item != null;
    }

    /** The end of both ends: an item that the stream has not got by now is released. */
    void end() {
        Drops drops = new Drops(null);
        drops.run(this::drop);
        T unsent = item;
        item = null;
        if (unsent != null) {
            drops.release(Undelivered.close(), unsent);
        }
        drops.rethrow();
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
        if (abandoned) {
            return readyOnceFor(cx);
        }
        return tryFlush(cx);
    }

    @Override
    void take(T sent) throws Exception {
        if (abandoned) {
            Undelivered.close().release(sent);
        } else {
            item = sent;
        }
    }

    @Override
    Poll<Void> tryFlush(Context cx) {
        if (abandoned || item == null && !handedOver) {
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
        Waker left = waiting;
        waiting = null;
        if (left != null) {
            tell(left::wake); // a task outside of the generator learns that the sink is closed
        }
    }
}
