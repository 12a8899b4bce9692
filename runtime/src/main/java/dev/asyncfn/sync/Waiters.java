package dev.asyncfn.sync;

import dev.asyncfn.Waker;

/**
 * The line of waiters for one thing, oldest first. The links are in the waiters, so that any of them can leave in constant time. Guarded by
 * its lock.
 */
final class Waiters<W extends Waiter<?>> {
    /** Guards the primitive, of which this may not be the only line; no waker and no function of a user is called under it. */
    final Object lock;

    private Waiter<?> first;
    private Waiter<?> last;

    /** A line that is guarded by itself, as is the rest of its primitive. */
    Waiters() {
        this.lock = this;
    }

    Waiters(Object lock) {
        this.lock = lock;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** The waiter that has waited longest, or null. */
    @SuppressWarnings("unchecked") // only a W is ever added
    W first() {
        return (W) first;
    }

    /** The waiter that came last, or null. */
    @SuppressWarnings("unchecked")
    W last() {
        return (W) last;
    }

    void add(Waiter<?> waiter) {
        waiter.inLine = true;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    /** Adds it before another that is in the line, or at the end if that is null. */
    void addBefore(Waiter<?> other, Waiter<?> waiter) {
        if (other == null) {
            add(waiter);
            return;
        }
        waiter.inLine = true;
        waiter.previous = other.previous;
        waiter.next = other;
        if (other.previous == null) {
            first = waiter;
        } else {
            other.previous.next = waiter;
        }
        other.previous = waiter;
    }

    void remove(Waiter<?> waiter) {
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.previous = null;
        waiter.next = null;
        waiter.inLine = false;
    }

    /** Has the first one, if there is any, leave the line and be woken. */
    void wakeFirst(WakeList woken) {
        if (first != null) {
            wake(first, woken);
        }
    }

    /** Takes all waiters out of the line and has them woken. */
    void wakeAll(WakeList woken) {
        while (first != null) {
            wake(first, woken);
        }
    }

    /** Has this one leave the line and be woken. */
    void wake(Waiter<?> waiter, WakeList woken) {
        remove(waiter);
        woken.add(waiter);
    }

    /** Has this one leave the line, and returns its waker, for the caller to wake; or null if it has none. */
    Waker take(Waiter<?> waiter) {
        remove(waiter);
        return waiter.takeWaker();
    }

    /** The same for the first one, if there is any. */
    Waker takeFirst() {
        return first == null ? null : take(first);
    }
}
