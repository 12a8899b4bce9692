package dev.asyncfn.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The turn to wait for events, which one thread at a time has. Lock-free.
 *
 * <p>The thread that has it may be waiting from the moment of {@link #take} until {@link #endWait}. Who changes something that a wait must
 * see first changes it, and then asks {@link #mustWake}: either it is told to wake the thread, or the change comes before the next wait.
 */
final class DriverTurn {
    private static final int AWAKE = 0;
    private static final int WAITING = 1;
    /** Somebody has been told to wake it. */
    private static final int WOKEN = 2;

    private final AtomicReference<Thread> driver = new AtomicReference<>();
    private final AtomicInteger phase = new AtomicInteger();
    /** How often it has been taken; written by the thread that has it. */
    private volatile int count;

    /** Takes the turn, if nobody has it. The thread counts as waiting from then on. */
    boolean take() {
        if (driver.get() != null || !driver.compareAndSet(null, Thread.currentThread())) {
            return false;
        }
        count++;
        phase.set(WAITING);
        return true;
    }

    /** Does not wait any more. Returns whether somebody has been told to wake it since it counts as waiting. */
    boolean endWait() {
        return phase.get() != AWAKE && phase.getAndSet(AWAKE) == WOKEN;
    }

    /** Gives up the turn. */
    void leave() {
        endWait();
        driver.set(null);
    }

    /** Whether the caller has to wake the thread. If not, nobody waits, or another has been told so. */
    boolean mustWake() {
        return phase.get() == WAITING && phase.compareAndSet(WAITING, WOKEN);
    }

    boolean isWaiting() {
        return phase.get() == WAITING;
    }

    boolean isMine() {
        return driver.get() == Thread.currentThread();
    }

    /** Who has it, or null. */
    Thread driver() {
        return driver.get();
    }

    int count() {
        return count;
    }
}
