package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.util.Objects;

/** What a task knows of its executor. */
abstract class Scheduler {
    /** All unfinished tasks, so that closing the executor can drop those that only a leaf's waker still knows. */
    final OwnedTasks owned = new OwnedTasks();

    /** Sees to it that {@link Task#runOnce()} is called once, soon, by a thread of the executor. Called by any thread. */
    abstract void schedule(Task<?> task);

    final <T> Task<T> spawn(Future<T> future) {
        Task<T> task = new Task<>(Objects.requireNonNull(future, "future"), this);
        owned.add(task);
        schedule(task);
        return task;
    }
}
