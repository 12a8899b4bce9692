package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/**
 * Owns the outcome of a spawned task, and is itself a future of it. tokio's {@code JoinHandle}. Thread-safe.
 *
 * <p>One task at a time can await it, as only the waker of the newest poll is woken. Once the outcome is there it stays, and each poll
 * gives it again.
 *
 * @param <T> the type of the task's value
 */
public sealed interface JoinHandle<T> extends Future<T> permits Task {
    /**
     * Ready with the task's value once the task has finished.
     *
     * @throws JoinException if the task's future threw, with what it threw as the cause; or if the task was aborted, its executor was
     *     shut down, or could not run it
     */
    @Override
    Poll<T> poll(Context cx);

    /**
     * Asks the task to end: its future is dropped, by a thread of its executor, instead of being polled again. A poll that is under
     * way ends first, and if it is ready or throws that is the outcome all the same. Does nothing to a finished task.
     */
    void abort();

    /** Whether the outcome is there: the future has completed, thrown or been dropped. */
    boolean isFinished();

    /**
     * Detaches the task: it goes on, but nobody waits for it any more. If it fails, now or later, the executor's
     * {@link UncaughtTaskHandler} is notified, unless a poll of this handle has thrown the failure already. The same happens to a handle
     * that is not dropped but forgotten, once the garbage collector has found that.
     */
    @Override
    void drop();
}
