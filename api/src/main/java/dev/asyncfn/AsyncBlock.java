package dev.asyncfn;

/**
 * The lambda of an async block: {@code async(() -> await(readUser(id)))}. See {@link Async#async(AsyncBlock)}.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that the block may throw; {@link RuntimeException} if there is none
 */
@FunctionalInterface
public interface AsyncBlock<T, E extends Exception> {
    /**
     * Runs the block: as in any method, an await in it blocks.
     *
     * @return the value, which may be null
     * @throws E if the block does
     */
    T run() throws E;
}
