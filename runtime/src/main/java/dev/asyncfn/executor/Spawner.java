package dev.asyncfn.executor;

import dev.asyncfn.Future;

/** Starts tasks. The {@code Spawn} of Rust's {@code futures}, and tokio's {@code Handle::spawn}. Thread-safe unless it says otherwise. */
public interface Spawner {
    /**
     * Makes {@code future} a task, which runs concurrently with the caller and belongs to the executor from now on.
     *
     * @return the task's handle; if it is not needed, {@linkplain JoinHandle#drop() drop} it, or just forget it
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down; the future is not touched then
     */
    <T> JoinHandle<T> spawn(Future<T> future);
}
