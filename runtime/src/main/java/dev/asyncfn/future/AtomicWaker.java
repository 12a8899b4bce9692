package dev.asyncfn.future;

import dev.asyncfn.Waker;
import dev.asyncfn.waker.WakerSlot;

/**
 * The place where a leaf future keeps its newest waker, for another thread to wake. Rust's {@code AtomicWaker}. Thread-safe.
 *
 * <p>A leaf first {@linkplain #register registers}, then checks whether it has become ready in the meantime, and only then returns
 * pending; the other side first makes it ready, then calls {@link #wake()}. In this order no wake-up is lost: either the check sees that
 * it is ready, or the wake finds the waker.
 */
public final class AtomicWaker {
    private final WakerSlot slot = new WakerSlot();

    /** A place without a waker. */
    public AtomicWaker() {}

    /**
     * Keeps a clone of {@code waker}, instead of the one that was kept before.
     *
     * @param waker borrowed, like that of a context
     */
    public void register(Waker waker) {
        slot.register(waker);
    }

    /** Takes out the waker, if there is one, and wakes it. Exceptions of the waker are thrown. */
    public void wake() {
        slot.wake();
    }

    /**
     * Takes out the waker, or null if none is kept; the caller then owns it.
     *
     * @return to be consumed by {@link Waker#wake()} or {@link Waker#drop()}; or null
     */
    public Waker take() {
        return slot.take();
    }

    /** Drops the waker that is kept, if there is one: for a leaf that is ready or dropped. */
    public void drop() {
        slot.drop();
    }
}
