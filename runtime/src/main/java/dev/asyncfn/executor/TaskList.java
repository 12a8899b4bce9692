package dev.asyncfn.executor;

/**
 * Tasks that wait for their turn, first in, first out. Their links are in the tasks, of which each is in one list at a time, so nothing is allocated.
 * Not thread-safe.
 */
final class TaskList {
    private Task<?> head;
    private Task<?> tail;

    boolean isEmpty() {
        return head == null;
    }

    void append(Task<?> task) {
        if (tail == null) {
            head = task;
        } else {
            tail.nextQueued = task;
        }
        tail = task;
    }

    /** Takes out the first task; null if there is none. */
    Task<?> poll() {
        Task<?> task = head;
        if (task != null) {
            head = task.nextQueued;
            if (head == null) {
                tail = null;
            }
            task.nextQueued = null;
        }
        return task;
    }
}
