package dev.asyncfn.executor;

import dev.asyncfn.Future;

/**
 * Notified of what happens to the tasks of an executor: tokio's {@code on_task_spawn}, {@code on_before_task_poll},
 * {@code on_after_task_poll} and {@code on_task_terminate}. For counters and traces; for context that a thread carries, see
 * {@link ThreadPool.Builder#aroundPoll aroundPoll}.
 *
 * <p>The methods are called by several threads, for one task by one thread at a time, in the order in which they stand here. They must not block. An exception
 * of a hook goes to the {@link UncaughtTaskHandler}, and changes nothing for the task. An executor without hooks spends nothing on them.
 */
public interface TaskHooks {
    /** How a task has ended. */
    enum End {
        /** Its future was ready. */
        COMPLETED,
        /** Its future has thrown. */
        FAILED,
        /** Its future was given up: the task was aborted, or its executor has ended. */
        DROPPED
    }

    /**
     * A task was spawned, and was not polled yet. Called by the thread that spawns it.
     *
     * @param id its number, as {@link JoinHandle#id()}
     * @param future what was spawned, to take a name from; it must not be used in any other way
     */
    default void spawned(int id, Future<?> future) {}

    /**
     * A poll of a task begins. Called by the thread that polls.
     *
     * @param id the number of the task
     */
    default void pollBegins(int id) {}

    /**
     * The poll has ended, whichever way.
     *
     * @param id the number of the task
     */
    default void pollEnds(int id) {}

    /**
     * The future of a task has ended. Called once for each task that was spawned, before its outcome is visible.
     *
     * @param id the number of the task
     * @param end how it has ended
     */
    default void ended(int id, End end) {}
}
