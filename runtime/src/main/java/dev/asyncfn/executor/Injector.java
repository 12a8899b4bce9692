package dev.asyncfn.executor;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The run queue of several threads: one fair list under one lock. */
final class Injector {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private Task<?> head;
    private Task<?> tail;
    private boolean closed;

    void push(Task<?> task) {
        lock.lock();
        try {
            if (tail == null) {
                head = task;
            } else {
                tail.nextQueued = task;
            }
            tail = task;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next task; waits for one, and returns null once the queue is closed and empty. Interrupts do not end the wait. */
    Task<?> take() {
        lock.lock();
        try {
            while (head == null && !closed) {
                filled.awaitUninterruptibly();
            }
            Task<?> task = head;
            if (task != null) {
                head = task.nextQueued;
                if (head == null) {
                    tail = null;
                }
                task.nextQueued = null;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the waiting threads go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
