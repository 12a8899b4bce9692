package dev.asyncfn.executor;

/**
 * The tasks that several threads share: those that other threads have spawned or woken, and those for which a thread's own queue has no
 * place. First in, first out, and under one lock, which nobody holds for long. The {@code Injector} of tokio. Thread-safe.
 *
 * <p>A thread keeps a task to itself only if nothing waits here. So what waits here has always come later than all that is in the queue of the
 * thread that looks, as long as that takes from nowhere else: one thread runs all tasks in their order, and nobody's tasks keep others waiting.
 *
 * <p>Nothing here allocates memory: the links are in the tasks, and the locks of the JDK need some.
 */
final class Injector {
    private Task<?> head;
    private Task<?> tail;

    /** Written by who has the lock. */
    private volatile int size;

    synchronized void push(Task<?> task) {
        append(task);
    }

    private void append(Task<?> task) {
        if (tail == null) {
            head = task;
        } else {
            tail.nextQueued = task;
        }
        tail = task;
        size++;
    }

    /**
     * Queues {@code task} after all that waits here: in the caller's queue if all of it has a place there, too.
     *
     * <p>Moves nothing to a queue that is half full, which would have no place the next time, either.
     *
     * @param own the queue of the calling thread
     */
    synchronized void push(Task<?> task, RunQueue<Task<?>> own) {
        int room = own.room();
        if (room >= RunQueue.CAPACITY / 2) {
            move(own, room);
        }
        if (head != null || !own.push(task)) {
            append(task);
        }
    }

    /**
     * Takes out the first task, and moves more of them to the caller's queue, which is empty.
     *
     * @param own the queue of the calling thread
     * @param threads among how many threads the tasks are to be divided
     * @return null if there is none
     */
    synchronized Task<?> take(RunQueue<Task<?>> own, int threads) {
        int share = size / threads;
        Task<?> first = poll();
        if (first != null) {
            move(own, Math.min(share, own.room()));
        }
        return first;
    }

    /** @param most not more than have a place */
    private void move(RunQueue<Task<?>> own, int most) {
        for (int i = 0; i < most && head != null; i++) {
            own.push(poll());
        }
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
    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
