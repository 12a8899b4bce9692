package dev.asyncfn.executor;

/**
 * Ends a task of a {@link JoinSet}, whose outcome the set has. tokio's {@code AbortHandle}. Thread-safe. It can simply be forgotten.
 */
public final class AbortHandle {
    private final JoinHandle<?> task;

    AbortHandle(JoinHandle<?> task) {
        this.task = task;
    }

    /**
     * The number of the task.
     *
     * @return as {@link JoinHandle#id()}
     */
    public int id() {
        return task.id();
    }

    /** As {@link JoinHandle#abort()}. The set still has the task, and reports that it was aborted. */
    public void abort() {
        task.abort();
    }

    /** As {@link JoinHandle#abortNow()}. */
    public void abortNow() {
        task.abortNow();
    }

    /**
     * Whether the task has ended.
     *
     * @return as {@link JoinHandle#isFinished()}
     */
    public boolean isFinished() {
        return task.isFinished();
    }

    @Override
    public String toString() {
        return task.toString();
    }
}
