package dev.asyncfn.sync;

import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Uncaught;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The tasks to wake, and the values to release, once the lock is released, in order: a waker may do anything, and so may a hook, so none is
 * called under a lock. To wake needs no memory: those who wait are linked with each other, as in their line, so that none of them is
 * forgotten in a full heap.
 */
class WakeList {
    /** For what must be done even if there is no memory for a list. Made with this class, as it could not be made then. */
    private static final Spare[] SPARE = new Spare[32];
    /** How many of them are not in use. Guarded by their array. */
    private static int spares;

    static {
        while (spares < SPARE.length) {
            SPARE[spares++] = new Spare();
        }
    }

    /** Mostly there is only one. */
    private Waker first;
    /** Those after it, linked by {@link Waiter#next}, which their lock guards; or null. */
    private Waiter<?> others;
    /** The last of them, or null. */
    private Waiter<?> last;
    /** One that is let go of instead of being woken, or null. */
    private Waker unused;
    /** Null until there is a value to release. */
    private Queue<Release<?>> values;

    private record Release<T>(Undelivered<? super T> how, T value) {
        void run(Drops drops) {
            drops.release(how, value);
        }
    }

    /** A list that is used again. */
    private static final class Spare extends WakeList {
        @Override
        void wakeAll() {
            try {
                super.wakeAll();
            } finally {
                synchronized (SPARE) {
                    SPARE[spares++] = this;
                }
            }
        }
    }

    /** A list for closing and dropping: one of a few that are kept for it, if there is no memory for another. */
    static WakeList toRelease() {
        try {
            return new WakeList();
        } catch (OutOfMemoryError full) {
            synchronized (SPARE) {
                if (spares == 0) {
                    throw full;
                }
                return SPARE[--spares];
            }
        }
    }

    /** Has a task woken, with a waker that is now this list's. */
    void add(Waker waker) {
        if (first == null) {
            first = waker;
        } else {
            release(WakeList::wake, waker);
        }
    }

    /** Has a waiter woken that has left its line. Called under its lock. */
    void add(Waiter<?> waiter) {
        if (first == null && others == null) {
            first = waiter.takeWaker();
        } else {
            waiter.inWakeList = true; // so that it does not join its line before it is woken
            if (others == null) {
                others = waiter;
            } else {
                last.next = waiter;
            }
            last = waiter;
        }
    }

    /** Has a waker dropped that is not needed any more; does nothing for null. */
    void drop(Waker waker) {
        if (unused == null) {
            unused = waker;
        } else if (waker != null) {
            release(WakeList::dropOne, waker);
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
     * releases the values, and throws what that throws. The list is empty then.
     */
    void wakeAll() {
        if (unused != null) {
            Waker dropped = unused;
            unused = null;
            dropOne(dropped);
        }
        if (first != null) {
            Waker woken = first;
            first = null;
            wake(woken);
        }
        while (others != null) {
            Waker woken = takeOther();
            if (woken != null) {
                wake(woken);
            }
        }
        if (values != null) {
            Queue<Release<?>> released = values;
            values = null;
            Drops drops = new Drops(null);
            released.forEach(value -> value.run(drops));
            drops.rethrow();
        }
    }

    /** The waker of the next one; null if that has been polled in the meantime, and has ended. */
    private Waker takeOther() {
        Waiter<?> waiter = others;
        synchronized (waiter.line().lock) {
            others = waiter.next;
            last = others == null ? null : last;
            waiter.next = null;
            waiter.inWakeList = false;
            return waiter.takeWaker();
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
