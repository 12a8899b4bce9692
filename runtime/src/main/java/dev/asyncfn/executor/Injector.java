package dev.asyncfn.executor;

import dev.asyncfn.thread.Drivers;
import dev.asyncfn.thread.Parker;

/**
 * The run queue of several threads: one fair list under one lock.
 *
 * <p>Nothing here allocates memory, not even to wait: the locks and conditions of the JDK do, and lose a thread or a signal if there is none
 * left. Thread-safe.
 */
final class Injector {
    /** The place of one thread among those that wait for a task. Guarded by the injector. */
    static final class Seat {
        private final Thread thread = Thread.currentThread();
        private final Parker parker = new Parker();
        private final Meter meter;
        private Seat next;
        private boolean taken;

        Seat(Meter meter) {
            this.meter = meter;
        }
    }

    private Task<?> head;
    private Task<?> tail;
    private int size;
    private boolean closed;
    /** The threads that wait, linked, the last to come first: the memory that it has used may still be in a cache. */
    private Seat waiting;

    void push(Task<?> task) {
        Seat called;
        synchronized (this) {
            if (tail == null) {
                head = task;
            } else {
                tail.nextQueued = task;
            }
            tail = task;
            size++;
            called = call();
        }
        unpark(called);
    }

    private static void unpark(Seat called) {
        if (called != null) {
            called.parker.unpark();
        }
    }

    /** Takes out the thread that is to look for a task now; null if none waits. */
    private Seat call() {
        Seat first = waiting;
        if (first == null) {
            return null; // each is busy, and looks before it waits
        }
        if (Drivers.isMine()) {
            first = ownSeat(first);
        }
        leave(first);
        return first;
    }

    /** The calling thread's, if it waits: it is in the middle of handling events, and needs no call. Otherwise {@code first}. */
    private static Seat ownSeat(Seat first) {
        Thread caller = Thread.currentThread();
        Seat seat = first;
        while (seat != null && seat.thread != caller) {
            seat = seat.next;
        }
        return seat == null ? first : seat;
    }

    /**
     * The next task; waits for one, and returns null once the queue is closed and empty. Interrupts do not end the wait.
     *
     * @param seat the calling thread's own
     */
    Task<?> take(Seat seat) {
        for (; ; ) {
            synchronized (this) {
                if (head != null || closed) {
                    leave(seat);
                    return poll();
                }
                if (!seat.taken) {
                    seat.taken = true;
                    seat.next = waiting;
                    waiting = seat;
                }
            }
            seat.meter.beginWait();
            seat.parker.park(this);
            seat.meter.endWait();
            Thread.interrupted(); // or park would not wait any more
        }
    }

    /** Gives up the seat of a thread that is called, or looks without having been called, after a stray unpark. */
    private void leave(Seat seat) {
        if (!seat.taken) {
            return;
        }
        if (waiting == seat) {
            waiting = seat.next;
        } else {
            Seat before = waiting;
            while (before.next != seat) {
                before = before.next;
            }
            before.next = seat.next;
        }
        seat.next = null;
        seat.taken = false;
    }

    private Task<?> poll() {
        Task<?> task = head;
        if (task != null) {
            head = task.nextQueued;
            if (head == null) {
                tail = null;
            }
            task.nextQueued = null;
            size--;
        }
        return task;
    }

    /** How many tasks are in it. */
    synchronized int size() {
        return size;
    }

    synchronized boolean isEmpty() {
        return head == null;
    }

    /** Lets the waiting threads go. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (Seat called = next(); called != null; called = next()) {
            unpark(called);
        }
    }

    private synchronized Seat next() {
        return call();
    }
}
