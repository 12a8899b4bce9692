package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.util.Objects;

/** What a task knows of its executor. */
abstract class Scheduler {
    /** All unfinished tasks, so that closing the executor can drop those that only a leaf's waker still knows. */
    final OwnedTasks owned = new OwnedTasks();

    final UncaughtTaskHandler uncaught;

    Scheduler(UncaughtTaskHandler uncaught) {
        this.uncaught = Objects.requireNonNull(uncaught, "handler");
    }

    /** Sees to it that {@link Task#runOnce()} is called once, soon, by a thread of the executor. Called by any thread. */
    abstract void schedule(Task<?> task);

    /** Runs a task that was given to others as a {@link Runnable}; only where it was. */
    void run(Task<?> task) {
        task.runOnce();
    }

    /** Told when no task is left and none will come; perhaps more than once, by any thread. */
    void terminated() {}

    boolean isTerminated() {
        return owned.isTerminated();
    }

    /**
     * Waits until no task is left.
     *
     * @param terminated whether to wait until none will come, either
     * @param nanos how long at most
     * @return whether it is so
     */
    boolean await(boolean terminated, long nanos) throws InterruptedException {
        return owned.awaitEmpty(terminated, nanos);
    }

    /** Takes no more tasks. */
    final void shutdown() {
        if (owned.close()) {
            terminated();
        }
    }

    /** Takes no more tasks, and has those there are dropped instead of being polled again. Waits for nothing. */
    final void shutdownNow() {
        shutdown();
        for (Task<?> task : owned.snapshot()) {
            task.shutDown();
        }
    }

    /** The present state of all tasks that have not finished. Called by any thread. */
    final TaskDump dump() {
        return new TaskDump(owned.snapshot().stream()
                .flatMap(task -> task.inspect().stream())
                .toList());
    }

    final <T> Task<T> spawn(Future<T> future) {
        Task<T> task = new Task<>(Objects.requireNonNull(future, "future"), this);
        owned.add(task);
        schedule(task);
        return task;
    }
}
