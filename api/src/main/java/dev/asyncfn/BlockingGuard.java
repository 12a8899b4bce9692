package dev.asyncfn;

/**
 * Knows the threads of another library that must not block, such as those of an event loop: {@link Enter#checkMayBlock} refuses there as on
 * the threads of an executor of ours. So {@code blockOn}, and {@code await} in a body that was called directly, throw instead of stopping
 * everything else that runs on that thread.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, in the module {@code dev.asyncfn}'s class loader, when a thread is about
 * to block for the first time. They are asked by any thread, at each such occasion, and must not block themselves. One that cannot be loaded
 * fails each of these occasions with its {@link java.util.ServiceConfigurationError}.
 */
public interface BlockingGuard {
    /**
     * Whether a thread must not block.
     *
     * @param current the calling thread
     * @return its kind with an article, such as {@code "a Netty event loop"}, for the message; null if it may block as far as this guard knows
     */
    String forbids(Thread current);
}
