/**
 * Executors: what polls the root of each tree of futures, the task, whenever it was woken.
 *
 * <p>{@link dev.asyncfn.executor.LocalPool} runs tasks on the thread that calls it, {@link dev.asyncfn.executor.ThreadPool} on threads of
 * its own or of any {@link java.util.concurrent.Executor}, {@link dev.asyncfn.executor.PollingExecutor} in the loop of a game. All are a
 * {@link dev.asyncfn.executor.Spawner}, which gives a {@link dev.asyncfn.executor.JoinHandle} for each task; a
 * {@link dev.asyncfn.executor.TaskScope} is one, too, and waits for its tasks. {@link dev.asyncfn.executor.Blocking} runs what must not be
 * run in a task. A {@link dev.asyncfn.executor.CancellationToken} tells many tasks to stop, and an
 * {@link dev.asyncfn.executor.UncaughtTaskHandler} hears of the failures that nobody awaits.
 *
 * <p>All executors keep the same contract. A task is polled by one thread at a time. Wakes coalesce, and a wake during a poll leads to
 * another poll. A future that was spawned is dropped exactly once, when it completes, throws, is aborted, or its executor is shut down,
 * and before the {@link dev.asyncfn.executor.JoinHandle} shows an outcome. Each poll has a {@linkplain dev.asyncfn.Context#proceed()
 * budget}, so that one busy task does not keep the others waiting. No failure is lost: it is shown by the handle, thrown by the scope, or
 * given to the handler. Who spawns after an executor was shut down gets a {@link java.util.concurrent.RejectedExecutionException}, and
 * keeps the future.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.executor;
