package dev.asyncfn.executor;

/**
 * The outcome of a task of a {@link JoinSet}: its value or its failure.
 *
 * @param <T> the type of the value
 * @param id the number of the task, as {@link AbortHandle#id()}
 * @param value null if the task has failed; it may be null anyway
 * @param failure null unless the task has failed or was aborted
 */
public record Joined<T>(int id, T value, JoinException failure) {
    /**
     * The value of a task that has not failed.
     *
     * @return the value, which may be null
     * @throws JoinException the failure, if there is one
     */
    public T orThrow() {
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
