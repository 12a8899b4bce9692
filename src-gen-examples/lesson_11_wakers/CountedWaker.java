package lesson_11_wakers;

import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/** Counts the wakers that exist, as the reference count of Rust's {@code Arc} does. */
final class CountedWaker {
    private static final RawWakerVTable VTABLE = RawWakerVTable.of(
            CountedWaker::cloned, CountedWaker::woken, CountedWaker::wokenByRef, CountedWaker::dropped);

    private int count = 1;

    private CountedWaker() {}

    static Waker create() {
        return Waker.fromRaw(new RawWaker(new CountedWaker(), VTABLE));
    }

    private RawWaker cloned() {
        count++;
        System.out.println("  clone: there are " + count);
        return new RawWaker(this, VTABLE);
    }

    private void woken() {
        count--;
        System.out.println("  wake: there are " + count);
    }

    private void wokenByRef() {
        System.out.println("  wakeByRef: there are " + count);
    }

    private void dropped() {
        count--;
        System.out.println("  drop: there are " + count);
    }
}
