package dev.asyncfn.sync;

import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Uncaught;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The tasks to wake, and the values to release, once the lock is released, in order: a waker may do anything, and so may a hook, so none is
 * called under a lock.
 */
final class WakeList {
    private final Queue<Waiter<?>> waiters = new ArrayDeque<>(2);
    /** Null until there is a value to release. */
    private Queue<Release<?>> values;

    private record Release<T>(Undelivered<? super T> how, T value) {
        void run(Drops drops) {
            drops.release(how, value);
        }
    }

    void add(Waiter<?> waiter) {
        waiters.add(waiter);
    }

    /** Has a value released that will not be received. */
    <T> void release(Undelivered<? super T> how, T value) {
        if (values == null) {
            values = new ArrayDeque<>();
        }
        values.add(new Release<>(how, value));
    }

    /**
     * Wakes all, even if a waker written by hand throws: closing a guard must not fail because of it, and the others must be woken. Then
     * releases the values, and throws what that throws.
     */
    void wakeAll() {
        for (Waiter<?> waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            try {
                waiter.wake();
            } catch (Throwable thrown) {
                Uncaught.report(thrown);
            }
        }
        if (values != null) {
            Drops drops = new Drops(null);
            values.forEach(value -> value.run(drops));
            drops.rethrow();
        }
    }
}
