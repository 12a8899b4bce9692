package dev.asyncfn.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** The unfinished tasks of one executor, in a list whose links are in the tasks. Thread-safe. */
final class OwnedTasks {
    private Task<?> first;
    private Task<?> last;
    private int size;
    private int spawned;
    private boolean closed;
    /** Does what is due as the last task has gone, and then calls {@link #ended}; or null. */
    private Thread ending;

    /**
     * Adds a new task.
     *
     * @throws RejectedExecutionException if the executor takes no more tasks
     */
    synchronized void add(Task<?> task) {
        if (closed) {
            throw new RejectedExecutionException("the executor has been shut down");
        }
        task.id = ++spawned;
        task.previousOwned = last;
        if (last == null) {
            first = task;
        } else {
            last.nextOwned = task;
        }
        last = task;
        size++;
    }

    /**
     * Removes a task that has finished.
     *
     * @return whether no task is left and none will come; then the caller has to call {@link #ended}
     */
    synchronized boolean remove(Task<?> task) {
        if (task.previousOwned == null) {
            first = task.nextOwned;
        } else {
            task.previousOwned.nextOwned = task.nextOwned;
        }
        if (task.nextOwned == null) {
            last = task.previousOwned;
        } else {
            task.nextOwned.previousOwned = task.previousOwned;
        }
        task.previousOwned = null;
        task.nextOwned = null;
        size--;
        return endsNow();
    }

    synchronized int size() {
        return size;
    }

    /** How many there ever were. */
    synchronized long spawned() {
        return Integer.toUnsignedLong(spawned);
    }

    /**
     * From now on, no task is added.
     *
     * @return whether none is left; then the caller has to call {@link #ended}
     */
    synchronized boolean close() {
        closed = true;
        return endsNow();
    }

    /**
     * Those who wait for the last task wait until the caller has done what is due then. One at a time: who closes the executor meanwhile has
     * nothing to do.
     */
    private boolean endsNow() {
        if (size > 0 || ending != null) {
            return false;
        }
        if (!closed) {
            notifyAll();
            return false;
        }
        ending = Thread.currentThread();
        return true;
    }

    /** All that is due after the last task has been done. */
    synchronized void ended() {
        ending = null;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether no task is left and none will come, and what is due then has been done. */
    synchronized boolean isTerminated() {
        return closed && size == 0 && ending == null;
    }

    /** The tasks that have not finished, in the order in which they were spawned. */
    synchronized List<Task<?>> snapshot() {
        List<Task<?>> tasks = new ArrayList<>(size);
        for (Task<?> task = first; task != null; task = task.nextOwned) {
            tasks.add(task);
        }
        return tasks;
    }

    /**
     * Waits until no task is left, and what is due then has been done; unless it is the calling thread that does it.
     *
     * @param terminated whether to wait until none will come, either
     * @param nanos how long at most
     * @return whether it is so
     */
    synchronized boolean awaitEmpty(boolean terminated, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        while (size > 0 || isEndingElsewhere() || (terminated && !closed)) {
            long left = nanos - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    private boolean isEndingElsewhere() {
        return ending != null && ending != Thread.currentThread();
    }
}
