package dev.asyncfn.samples.desugaring;

import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/**
 * A waker without any allocation, as an embedded system would have it: one vtable, no data, one flag for the whole program. A clone is
 * the very same thing.
 */
final class StaticWaker implements RawWakerVTable {
    private static final RawWaker RAW = new RawWaker(null, new StaticWaker());
    private static final Waker WAKER = Waker.fromRaw(RAW);

    private static volatile boolean woken;

    private StaticWaker() {}

    static Waker waker() {
        return WAKER;
    }

    /** Whether anybody has woken since the last call. Only the one thread of the main loop calls it. */
    static boolean takeWoken() {
        if (!woken) {
            return false; // without a write, which could erase a wake that comes just now
        }
        woken = false;
        return true;
    }

    @Override
    public RawWaker clone(Object data) {
        return RAW;
    }

    @Override
    public void wake(Object data) {
        woken = true;
    }

    @Override
    public void wakeByRef(Object data) {
        woken = true;
    }

    @Override
    public void drop(Object data) {
        // There is nothing to release.
    }
}
