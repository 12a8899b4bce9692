package dev.asyncfn.executor;

/**
 * Receives the failures of tasks that are never awaited, so that no failure is lost. It is to an executor what
 * {@link java.lang.Thread.UncaughtExceptionHandler} is to a thread, and Kotlin's {@code CoroutineExceptionHandler}; tokio prints a panic.
 *
 * <p>A failure is passed to it exactly once, if the task threw or the executor rejected it, and its {@link JoinHandle} was
 * {@linkplain JoinHandle#drop() dropped} without having thrown the failure, whether before or after the task ended; or if the handle was
 * forgotten, once it has been garbage collected, and at the latest when the executor has ended, after {@code close()} or
 * {@code shutdown()}. Which handles are forgotten cannot be known at that point. So a handle that a task awaits is left alone, but one that
 * is only awaited afterwards throws its failure although it was reported. {@link Spawner#spawnDetached} makes no handle. A task that was aborted, whose executor was shut down, or that was
 * {@linkplain CancellationToken#runUntilCancelled ended by a token}, has not failed. The failures of the children of a
 * {@link TaskScope} belong to the scope as long as it lasts.
 */
@FunctionalInterface
public interface UncaughtTaskHandler {
    /**
     * Receives a failure, soon after it happened, on the thread that polled the task, dropped the handle, shut down the executor, or watches
     * for collected handles. No lock is held. It may use the executor, as a task may. Its own exceptions go to the thread's uncaught exception handler,
     * and the executor continues.
     *
     * @param failure the exception of the task's future, unchanged; or that of releasing its value, which nobody has taken; or a {@link JoinException} whose cause is the reason why the
     *     {@linkplain ThreadPool#on executor} could not run the task
     */
    void uncaught(Throwable failure);

    /**
     * The default handler of executors: passes failures to the uncaught exception handler of the current thread, which by default prints
     * the stack trace. The thread continues.
     *
     * @return a handler without state, which any number of executors may share
     */
    static UncaughtTaskHandler ofThread() {
        return failure -> {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        };
    }
}
