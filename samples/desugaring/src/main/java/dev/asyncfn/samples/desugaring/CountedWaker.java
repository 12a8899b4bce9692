package dev.asyncfn.samples.desugaring;

import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A waker from a vtable written by hand. Rust passes a raw pointer, and counts the references to what it points at. The data here is an
 * object, but it is counted too, to show which function takes a share and which gives one back.
 */
final class CountedWaker {
    private static final RawWakerVTable VTABLE = RawWakerVTable.of(
            CountedWaker::cloned, CountedWaker::woken, CountedWaker::wokenByRef, CountedWaker::dropped);

    private final PrintStream out;
    private final AtomicInteger shares = new AtomicInteger(1);

    private CountedWaker(PrintStream out) {
        this.out = out;
    }

    /** A waker that owns the first share. */
    static Waker create(PrintStream out) {
        return Waker.fromRaw(new RawWaker(new CountedWaker(out), VTABLE));
    }

    private RawWaker cloned() {
        out.println("  clone: " + shares.incrementAndGet() + " shares");
        return new RawWaker(this, VTABLE);
    }

    private void woken() {
        out.println("  wake: " + shares.decrementAndGet() + " shares");
    }

    private void wokenByRef() {
        out.println("  wakeByRef: " + shares.get() + " shares");
    }

    private void dropped() {
        out.println("  drop: " + shares.decrementAndGet() + " shares");
    }
}
