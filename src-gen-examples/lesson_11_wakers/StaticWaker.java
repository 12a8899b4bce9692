package lesson_11_wakers;

import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/** One vtable, no data, and one flag for the whole program, as on a small device. A clone is the same object. */
final class StaticWaker implements RawWakerVTable {
    private static final RawWaker RAW = new RawWaker(null, new StaticWaker());
    private static final Waker WAKER = Waker.fromRaw(RAW);

    private static volatile boolean woken;

    private StaticWaker() {}

    static Waker waker() {
        return WAKER;
    }

    /** Whether it was woken since the last call. */
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
        // There is nothing to give back.
    }
}
