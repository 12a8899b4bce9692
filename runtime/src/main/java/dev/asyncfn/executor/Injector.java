package dev.asyncfn.executor;

import java.util.concurrent.locks.LockSupport;

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
        Thread called;
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
        LockSupport.unpark(called);
    }

    /** Takes out the thread that is to look for a task now; null if none waits. */
    private Thread call() {
        Seat first = waiting;
        if (first == null) {
            return null; // each is busy, and looks before it waits
        }
        waiting = first.next;
        first.next = null;
        first.taken = false;
        return first.thread;
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
            LockSupport.park(this);
            seat.meter.endWait();
            Thread.interrupted(); // or park would not wait any more
        }
    }

    /** Gives up the seat of a thread that has not been called but looked nevertheless, after a stray unpark. */
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
        for (Thread called = next(); called != null; called = next()) {
            LockSupport.unpark(called);
        }
    }

    private synchronized Thread next() {
        return call();
    }
}
