package dev.asyncfn.executor;

/**
 * The tasks that several threads share: those that other threads have spawned or woken, and those for which a thread's own queue has no
 * place. First in, first out, and under one lock, which nobody holds for long. The {@code Injector} of tokio. Thread-safe.
 *
 * <p>A thread puts a task of its own into its queue only when nothing waits here, and looks here only for that and when its queue is empty. So what
 * waits here is newer than what a thread has queued itself: one thread alone runs all tasks in their order, and with several no queue that is
 * never empty keeps what waits here. Tokio looks after every 61 polls instead, which overtakes.
 *
 * <p>Nothing here allocates memory: the links are in the tasks, and the lock is a monitor, which needs none.
 */
final class Injector {
    private final TaskList tasks = new TaskList();

    /** Written by who has the lock. */
    private volatile int size;

    synchronized void push(Task<?> task) {
        append(task);
    }

    private void append(Task<?> task) {
        tasks.append(task);
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
        if (!tasks.isEmpty() || !own.push(task)) {
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
        Task<?> first = tasks.poll();
        if (first != null) {
            size--;
            move(own, Math.min(share, own.room()));
        }
        return first;
    }

    /** @param most not more than have a place */
    private void move(RunQueue<Task<?>> own, int most) {
        int count = Math.min(most, size);
        for (int i = 0; i < count; i++) {
            own.prepare(i, tasks.poll());
        }
        own.append(count); // first, so that who looks for tasks sees them here or there
        size -= count;
    }

    /** How many tasks are in it. */
    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
