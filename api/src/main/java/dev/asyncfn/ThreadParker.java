package dev.asyncfn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * The waker of {@link Async#blockOn}: wakes one parked thread. The permit of park and unpark is shared with all other code of the
 * thread, so a separate flag records whether this waker was woken.
 */
final class ThreadParker implements Wake {
    private static final VarHandle WOKEN;

    static {
        try {
            WOKEN = MethodHandles.lookup().findVarHandle(ThreadParker.class, "woken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Thread thread = Thread.currentThread();

    @SuppressWarnings("unused") // by the VarHandle
    private volatile boolean woken;

    @Override
    public void wake() {
        if (!(boolean) WOKEN.getAndSet(this, true)) {
            LockSupport.unpark(thread);
        }
    }

    /**
     * Waits for a wake since the last call.
     *
     * @return whether the thread was interrupted in the meantime; the status is then cleared, because park would not wait otherwise
     */
    boolean park() {
        boolean interrupted = false;
        while (!(boolean) WOKEN.getAndSet(this, false)) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    /** From now on, a late wake does not unpark the thread, which does other work. */
    void retire() {
        woken = true;
    }
}
