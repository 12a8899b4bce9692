package dev.asyncfn;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is done with a raw waker, and can do something of its own while it is cloned. */
final class CountingWaker {
    private static final RawWakerVTable VTABLE = RawWakerVTable.of(
            CountingWaker::cloned,
            (CountingWaker w) -> {
                w.wakes.incrementAndGet();
                w.ended.incrementAndGet();
            },
            w -> w.wakes.incrementAndGet(),
            w -> w.ended.incrementAndGet());

    private final AtomicInteger clones = new AtomicInteger();
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Runnable onClone;

    CountingWaker() {
        this(() -> {});
    }

    CountingWaker(Runnable onClone) {
        this.onClone = onClone;
    }

    Waker waker() {
        return Waker.fromRaw(new RawWaker(this, VTABLE));
    }

    Context context() {
        return Context.fromWaker(waker());
    }

    int clones() {
        return clones.get();
    }

    int wakes() {
        return wakes.get();
    }

    /** Clones that were neither consumed by a wake nor dropped. */
    int held() {
        return clones.get() - ended.get();
    }

    private RawWaker cloned() {
        clones.incrementAndGet();
        onClone.run();
        return new RawWaker(this, VTABLE);
    }
}
