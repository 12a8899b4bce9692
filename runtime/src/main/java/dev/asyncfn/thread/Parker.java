package dev.asyncfn.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The place where a thread of an executor waits for tasks. If nobody drives, it {@linkplain Driver drives} in the meantime: an event that
 * makes one of its own tasks continue then costs no change of threads. The {@code Parker} of tokio's runtime. Not exported.
 *
 * <p>One thread at a time parks; any thread unparks. The contract is that of {@link LockSupport}: an unpark ends the park that goes on, or else
 * the next one; a park may return for no reason; an interrupt ends it, and stays set. So a thread parks in a loop, and looks for work before
 * each park; who brings work makes it visible, and then unparks. Allocates nothing.
 *
 * <p>Virtual threads do not drive, as they would keep their carrier from the others.
 */
public final class Parker {
    private static final int RUNNING = 0;
    private static final int PARKED = 1;
    private static final int DRIVING = 2;
    /** Unparked since the last park. */
    private static final int NOTIFIED = 3;

    private static final MethodHandle IS_VIRTUAL = isVirtual();

    static {
        mayDrive(); // now: its first call needs memory
    }

    private final Supplier<Driver> drivers;
    private final AtomicInteger state = new AtomicInteger(RUNNING);
    /** The thread that was {@link #PARKED} last; written before the state. */
    private Thread thread;
    /** The driver of the last {@link #DRIVING}; written before the state. */
    private Driver driver;

    /** A place at the current driver of the process. */
    public Parker() {
        this(Drivers::current);
    }

    /**
     * A place at a driver of one's own, for tests.
     *
     * @param drivers has null if there is nothing to drive
     */
    public Parker(Supplier<Driver> drivers) {
        this.drivers = drivers;
    }

    /**
     * Waits until this is unparked.
     *
     * @param blocker as for {@link LockSupport#park(Object)}
     */
    public void park(Object blocker) {
        Driver free = drivers.get();
        if (free != null && state.get() != NOTIFIED && mayDrive() && free.enter(this)) {
            drive(free);
        } else if (begin(PARKED)) {
            LockSupport.park(blocker);
            state.set(RUNNING);
        }
    }

    /**
     * The same, for at most so long. It does not drive.
     *
     * @param blocker as for {@link LockSupport#park(Object)}
     * @param nanos if not positive, it does not wait
     */
    public void park(Object blocker, long nanos) {
        if (begin(PARKED)) {
            LockSupport.parkNanos(blocker, nanos);
            state.set(RUNNING);
        }
    }

    private void drive(Driver entered) {
        driver = entered;
        try {
            if (begin(DRIVING)) {
                entered.drive();
            }
        } finally {
            state.set(RUNNING); // first: an unpark from now on does not wake who drives next
            entered.leave();
        }
    }

    /** Whether the thread may wait; else it was unparked, which is consumed. */
    private boolean begin(int waiting) {
        if (waiting == PARKED) {
            thread = Thread.currentThread();
        }
        if (state.compareAndSet(RUNNING, waiting)) {
            return true;
        }
        state.set(RUNNING);
        return false;
    }

    /** Ends the park that goes on, or else the next one. */
    public void unpark() {
        switch (state.getAndSet(NOTIFIED)) {
            case PARKED -> LockSupport.unpark(thread);
            case DRIVING -> driver.wakeup();
            default -> {} // it looks for work before it waits
        }
    }

    private static boolean mayDrive() {
        try {
            return IS_VIRTUAL == null || !(boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** {@code Thread.isVirtual}; null before JDK 21. */
    private static MethodHandle isVirtual() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
