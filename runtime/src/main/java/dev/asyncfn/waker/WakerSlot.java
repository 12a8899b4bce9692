package dev.asyncfn.waker;

import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The place where a leaf future keeps its newest waker, for another thread to wake. Thread-safe. Not exported: programs have it as
 * {@code AtomicWaker}, whose package has combinators that need timers, which need this.
 *
 * <p>A leaf first {@linkplain #register registers}, then checks whether it has become ready in the meantime, and only then returns
 * pending; the other side first makes it ready, then calls {@link #wake()}. In this order no wake-up is lost: either the check sees that
 * it is ready, or the wake finds the waker.
 */
public class WakerSlot {
    private static final VarHandle WAKER;

    static {
        try {
            WAKER = MethodHandles.lookup().findVarHandle(WakerSlot.class, "waker", Waker.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null if none is kept. The thread that takes a waker out owns it, and wakes or drops it. */
    private volatile Waker waker;

    /** A place without a waker. */
    public WakerSlot() {}

    /**
     * Keeps a clone of {@code waker}, instead of the one that was kept before.
     *
     * @param waker borrowed, like that of a context
     */
    public final void register(Waker waker) {
        Waker kept = this.waker;
        if (kept != null && kept.willWake(waker)) {
            return; // a wake that takes it from now on wakes this very task
        }
        replace(waker.clone());
    }

    /**
     * Refuses a second task while the first waits: called by a leaf that several tasks may come to poll, before a poll changes anything. The
     * second may then drop the leaf as it would any other; for the first to be woken all the same, a leaf that has refused {@linkplain #isAwaited
     * looks} before it lets go.
     *
     * @param second of the current poll
     * @param leaf whose slot this is
     * @throws IllegalStateException if another task still waits for the leaf
     */
    public final void refuseSecond(Waker second, Object leaf) {
        Waker kept = waker;
        if (kept != null) {
            kept.refuseSecond(leaf, second);
        }
    }

    /**
     * Whether the task whose waker is kept is suspended, and waits for {@code leaf}.
     *
     * @param leaf whose slot this is
     * @return false if none is kept, or that is not known
     */
    public final boolean isAwaited(Object leaf) {
        Waker kept = waker;
        return kept != null && kept.isAwaiting(leaf);
    }

    /** Takes out the waker, if there is one, and wakes it. Exceptions of the waker are thrown. */
    public final void wake() {
        Waker taken = take();
        if (taken != null) {
            taken.wake();
        }
    }

    /**
     * Takes out the waker, or null if none is kept; the caller then owns it.
     *
     * @return to be consumed by {@link Waker#wake()} or {@link Waker#drop()}; or null
     */
    public final Waker take() {
        // Not just read: a get-and-set also orders this after the registration that it may have missed.
        return (Waker) WAKER.getAndSet(this, (Waker) null);
    }

    /**
     * The waker that is kept, borrowed: for a look at it, as another thread may take it at any time.
     *
     * @return null if none is kept
     */
    public final Waker peek() {
        return waker;
    }

    /**
     * Whether no waker is kept. Ordered after the caller's earlier writes only if the last of them was atomic, as a compare-and-set is.
     *
     * @return whether there is none to take
     */
    public final boolean isEmpty() {
        return waker == null;
    }

    /**
     * Lets go of the waker, in a poll of {@code leaf} that is ready. That of another task which still waits is woken: this poll may have come
     * before the wake that was meant for it.
     *
     * @param polling of the current poll
     * @param leaf whose slot this is
     */
    public final void ready(Waker polling, Object leaf) {
        Waker taken = take();
        if (taken == null) {
            return;
        }
        if (!taken.willWake(polling) && taken.isAwaiting(leaf)) {
            taken.wake();
        } else {
            taken.drop();
        }
    }

    /** Drops the waker that is kept, if there is one: for a leaf that is ready or dropped. */
    public final void drop() {
        replace(null);
    }

    private void replace(Waker newer) {
        Waker older = (Waker) WAKER.getAndSet(this, newer);
        if (older != null) {
            older.drop();
        }
    }
}
