package dev.asyncfn.sync;

import dev.asyncfn.failure.Uncaught;
import java.util.ArrayDeque;
import java.util.Queue;

/** Those who are to be woken once the lock is released, in order: a waker may do anything, so none is called under a lock. */
final class WakeList {
    private final Queue<Waiter<?>> waiters = new ArrayDeque<>(2);

    void add(Waiter<?> waiter) {
        waiters.add(waiter);
    }

    /** Wakes all, also if a waker written by hand throws: who closes a guard is not to blame for that, and the others are to be woken. */
    void wakeAll() {
        for (Waiter<?> waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            try {
                waiter.wake();
            } catch (Throwable thrown) {
                Uncaught.report(thrown);
            }
        }
    }
}
