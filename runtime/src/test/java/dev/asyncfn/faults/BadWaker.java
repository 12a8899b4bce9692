package dev.asyncfn.faults;

import dev.asyncfn.Context;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/** A waker written by hand, one function of which throws. */
enum BadWaker implements RawWakerVTable {
    CLONE,
    DROP;

    Context context() {
        return Context.fromWaker(Waker.fromRaw(new RawWaker(new Object(), this)));
    }

    private void act(BadWaker function) {
        if (function == this) {
            throw new IllegalArgumentException("a bad " + this);
        }
    }

    @Override
    public RawWaker clone(Object data) {
        act(CLONE);
        return new RawWaker(data, this);
    }

    @Override
    public void wake(Object data) {
        act(DROP);
    }

    @Override
    public void wakeByRef(Object data) {
        // woken
    }

    @Override
    public void drop(Object data) {
        act(DROP);
    }
}
