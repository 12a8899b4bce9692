/**
 * Executors, which poll tasks when they are woken. A task is the root of a tree of futures.
 *
 * <p>{@link dev.asyncfn.executor.LocalPool} runs tasks on the thread that calls it, {@link dev.asyncfn.executor.ThreadPool} on threads of
 * its own or of any {@link java.util.concurrent.Executor}, {@link dev.asyncfn.executor.PollingExecutor} in the loop of a game. Each is a
 * {@link dev.asyncfn.executor.Spawner}, which returns a {@link dev.asyncfn.executor.JoinHandle} for each task; so is a
 * {@link dev.asyncfn.executor.TaskScope}, which waits for its tasks. {@link dev.asyncfn.executor.Blocking} runs code that would block a
 * task. A {@link dev.asyncfn.executor.CancellationToken} asks many tasks to stop, and an
 * {@link dev.asyncfn.executor.UncaughtTaskHandler} is notified of failures of tasks that are never awaited.
 *
 * <p>All executors keep the same contract. A task is polled by one thread at a time. Wakes coalesce, and a wake during a poll leads to
 * another poll. A future that was spawned is dropped exactly once, when it completes, throws, is aborted, or its executor is shut down,
 * and before the {@link dev.asyncfn.executor.JoinHandle} shows an outcome. Each poll has a {@linkplain dev.asyncfn.Context#proceed()
 * budget}, so that one busy task does not keep the others waiting. No failure is lost: it is thrown by the handle or the scope, or passed to
 * the handler, at the latest when the executor ends. Nor is a value: one that nobody takes is released. Spawning after an executor was shut down throws {@link java.util.concurrent.RejectedExecutionException}, and does not
 * touch the future.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.executor;
