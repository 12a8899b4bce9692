package dev.asyncfn.executor;

/**
 * Hears of the failures of tasks that nobody awaits, so that none gets lost. It is to an executor what
 * {@link java.lang.Thread.UncaughtExceptionHandler} is to a thread, and Kotlin's {@code CoroutineExceptionHandler}; tokio prints a panic.
 *
 * <p>A failure is given to it exactly once, if the task threw, or the executor rejected it, and its {@link JoinHandle} was
 * {@linkplain JoinHandle#drop() dropped} without having shown that, whether before or after the task ended; or if the handle was
 * forgotten, once the garbage collector has found that. A task that was aborted, whose executor was shut down, or that was
 * {@linkplain CancellationToken#runUntilCancelled ended by a token}, has not failed. The failures of the children of a
 * {@link TaskScope} are the scope's, as long as it lasts.
 */
@FunctionalInterface
public interface UncaughtTaskHandler {
    /**
     * Told of a failure; soon, by the thread that polled the task, that dropped the handle, or that looks after collected handles. No
     * lock is held. It may use the executor, as a task may. What it throws is given to the thread's uncaught exception handler, and the
     * executor goes on.
     *
     * @param failure what the task's future threw, as it is; or a {@link JoinException} with what kept the
     *     {@linkplain ThreadPool#on executor} from running the task as its cause
     */
    void uncaught(Throwable failure);

    /**
     * The handler that executors have unless they are given another: passes on to the uncaught exception handler of the present thread,
     * which by default prints the stack trace. The thread goes on.
     */
    static UncaughtTaskHandler ofThread() {
        return failure -> {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        };
    }
}
