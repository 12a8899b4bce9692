package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.util.Objects;

/** Starts tasks. The {@code Spawn} of Rust's {@code futures}, and tokio's {@code Handle::spawn}. Thread-safe unless it says otherwise. */
public interface Spawner {
    /**
     * Makes {@code future} a task, which runs concurrently with the caller and belongs to the executor from now on.
     *
     * @param <T> the type of the value
     * @param future owned by the task, whose executor alone polls and drops it, perhaps on other threads; its polls see all that the caller
     *     did before
     * @return the task's handle. If it is not needed, use {@link #spawnDetached}, or {@linkplain JoinHandle#drop() drop} the handle
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down; the future is not touched then
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    <T> JoinHandle<T> spawn(Future<T> future);

    /**
     * Makes {@code future} a task that nobody awaits. A failure goes to the {@link UncaughtTaskHandler} when it happens, not only when a
     * handle was collected or the executor is closed; a value is released when it is there: see {@link dev.asyncfn.Undelivered}. In a
     * {@link TaskScope}, the failure is that of the scope.
     *
     * @param future owned by the task, as for {@link #spawn}
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down; the future is not touched then
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    default void spawnDetached(Future<?> future) {
        Objects.requireNonNull(spawn(future), "the spawner returned null").drop();
    }
}
