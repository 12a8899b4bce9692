package dev.asyncfn.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The turn to wait for events, which one thread at a time has. Lock-free.
 *
 * <p>The thread that has it may be waiting from the moment of {@link #take} until {@link #endWait}. Another thread with news for it publishes the
 * news first, and then calls {@link #mustWake}. If the result is true, it wakes the waiting thread; if not, the next wait begins after the news.
 */
final class DriverTurn {
    private static final int AWAKE = 0;
    private static final int WAITING = 1;
    /** Another thread is about to wake it, or has done so. */
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

    /** Does not wait any more. Returns whether another thread has had to wake it in the meantime. */
    boolean endWait() {
        return phase.get() != AWAKE && phase.getAndSet(AWAKE) == WOKEN;
    }

    /** Gives up the turn. */
    void leave() {
        endWait();
        driver.set(null);
    }

    /** Whether the caller has to wake the thread. If not, nobody waits, or another caller wakes it. */
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
