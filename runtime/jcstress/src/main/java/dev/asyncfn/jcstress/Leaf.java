package dev.asyncfn.jcstress;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.AtomicWaker;

/** A leaf as the contract asks for: it registers, then looks, then is pending. */
final class Leaf implements Future<Integer> {
    private final AtomicWaker waker = new AtomicWaker();
    /** Plain, for the waker to publish. */
    private boolean ready;

    void complete() {
        ready = true;
        waker.wake();
    }

    @Override
    public Poll<Integer> poll(Context cx) {
        waker.register(cx.waker());
        if (!ready) {
            return Poll.pending();
        }
        waker.drop();
        return Poll.ready(7);
    }

    @Override
    public void drop() {
        waker.drop();
    }
}
