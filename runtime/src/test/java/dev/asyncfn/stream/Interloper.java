package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/**
 * A task whose waker does something the first time that it is cloned: what another thread would do at the very moment at which a leaf
 * registers the waker, after it has looked and before it can be woken.
 */
final class Interloper implements RawWakerVTable {
    private final Waker waker = Waker.fromRaw(new RawWaker(this, this));
    private Runnable action;
    int wakes;

    Interloper(Runnable action) {
        this.action = action;
    }

    Context context() {
        return Context.fromWaker(waker);
    }

    @Override
    public RawWaker clone(Object data) {
        Runnable now = action;
        action = null;
        if (now != null) {
            now.run();
        }
        return new RawWaker(data, this);
    }

    @Override
    public void wake(Object data) {
        wakes++;
    }

    @Override
    public void wakeByRef(Object data) {
        wakes++;
    }

    @Override
    public void drop(Object data) {}
}
