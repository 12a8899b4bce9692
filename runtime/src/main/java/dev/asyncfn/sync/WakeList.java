package dev.asyncfn.sync;

import dev.asyncfn.failure.Uncaught;
import java.util.ArrayDeque;
import java.util.Queue;

/** The tasks to wake once the lock is released, in order: a waker may do anything, so none is called under a lock. */
final class WakeList {
    private final Queue<Waiter<?>> waiters = new ArrayDeque<>(2);

    void add(Waiter<?> waiter) {
        waiters.add(waiter);
    }

    /** Wakes all, even if a waker written by hand throws: closing a guard must not fail because of it, and the others must be woken. */
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
