package dev.asyncfn;

/**
 * The lambda of an async block without a value: {@code async(() -> { await(store(user)); })}. See {@link Async#async(AsyncAction)}.
 *
 * @param <E> the checked exception that the block may throw; {@link RuntimeException} if there is none
 */
@FunctionalInterface
public interface AsyncAction<E extends Exception> {
    /**
     * Runs the block: as in any method, an await in it blocks.
     *
     * @throws E if the block does
     */
    void run() throws E;
}
