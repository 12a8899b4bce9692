package dev.asyncfn.sync;

import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Uncaught;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The tasks to wake, and the values to release, once the lock is released, in order: a waker may do anything, and so may a hook, so none is
 * called under a lock. Mostly there is one task or none, for which it needs no memory of its own.
 */
final class WakeList {
    private Waker first;
    /** Those after the first, or null. */
    private Queue<Waker> others;
    /** Those that are let go of instead of being woken, or null. */
    private Queue<Waker> unused;
    /** Null until there is a value to release. */
    private Queue<Release<?>> values;

    private record Release<T>(Undelivered<? super T> how, T value) {
        void run(Drops drops) {
            drops.release(how, value);
        }
    }

    /** Has a task woken, with a waker that is now this list's. */
    void add(Waker waker) {
        if (first == null) {
            first = waker;
        } else {
            if (others == null) {
                others = new ArrayDeque<>();
            }
            others.add(waker);
        }
    }

    /** Has a waker dropped that is not needed any more; does nothing for null. */
    void drop(Waker waker) {
        if (waker != null) {
            if (unused == null) {
                unused = new ArrayDeque<>(2);
            }
            unused.add(waker);
        }
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
        if (unused != null) {
            unused.forEach(WakeList::dropOne);
        }
        if (first != null) {
            wake(first);
        }
        if (others != null) {
            others.forEach(WakeList::wake);
        }
        if (values != null) {
            Drops drops = new Drops(null);
            values.forEach(value -> value.run(drops));
            drops.rethrow();
        }
    }

    /** Wakes one, even if a waker written by hand throws. */
    static void wake(Waker waker) {
        try {
            waker.wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    private static void dropOne(Waker waker) {
        try {
            waker.drop();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }
}
