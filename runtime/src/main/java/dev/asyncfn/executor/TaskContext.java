package dev.asyncfn.executor;

/**
 * Thread-bound context of one task, such as the map of a logging framework or the current span of a tracer: libraries keep these in
 * thread locals, but a task moves between threads. It is made when the task is spawned, and entered around each of its polls, and around
 * its drop. For values of your own, {@link TaskLocal} is simpler.
 *
 * <p>One task's context is entered by one thread at a time. An exception of {@link #enter} or of the scope ends the task as one of its poll
 * would.
 *
 * @see ThreadPool.Builder#aroundPoll
 */
@FunctionalInterface
public interface TaskContext {
    /**
     * Makes this the context of the current thread.
     *
     * @return closed after the poll, by the same thread: gives the thread back the context that it had, and may note what the poll has changed
     * @throws Exception if that is impossible; the task is not polled then
     */
    AutoCloseable enter() throws Exception;
}
