package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/** A waker made by hand, whose drop throws. */
public final class UndroppableWaker implements RawWakerVTable {
    public final IllegalStateException thrown = new IllegalStateException("cannot be dropped");

    /** A waker that nobody has dropped yet. */
    public UndroppableWaker() {}

    /** A context with it. */
    public Context context() {
        return Context.fromWaker(Waker.fromRaw(new RawWaker(this, this)));
    }

    @Override
    public RawWaker clone(Object data) {
        return new RawWaker(data, this);
    }

    @Override
    public void wake(Object data) {
        // Nobody waits for it.
    }

    @Override
    public void wakeByRef(Object data) {
        // Nobody waits for it.
    }

    @Override
    public void drop(Object data) {
        throw thrown;
    }
}
