package dev.asyncfn.executor;

import dev.asyncfn.Future;

/** Starts tasks. The {@code Spawn} of Rust's {@code futures}, and tokio's {@code Handle::spawn}. Thread-safe unless it says otherwise. */
public interface Spawner {
    /**
     * Makes {@code future} a task, which runs concurrently to the caller, and from now on belongs to the executor.
     *
     * @return the task's handle; who does not need it may {@linkplain JoinHandle#drop() drop} it, or just forget it
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down; the future is not touched then
     */
    <T> JoinHandle<T> spawn(Future<T> future);
}
