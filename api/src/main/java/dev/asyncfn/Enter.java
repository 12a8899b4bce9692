package dev.asyncfn;

import java.util.Objects;

/**
 * Marks the present thread as one that runs an executor, so that what would block it can refuse instead. It is for those who write
 * executors; the {@code Enter} of Rust's {@code futures::executor}.
 *
 * <pre>{@code
 * try (Enter enter = Enter.enter("my pool")) {
 *     ... poll tasks
 * }
 * }</pre>
 *
 * <p>Marks nest, and are closed by the thread that made them, innermost first.
 */
public final class Enter implements AutoCloseable {
    private static final ThreadLocal<Enter> CURRENT = new ThreadLocal<>();

    private final String executor;
    private final Enter outer;

    private Enter(String executor, Enter outer) {
        this.executor = executor;
        this.outer = outer;
    }

    /**
     * Marks the present thread until the result is closed.
     *
     * @param executor what the executor is called in messages
     */
    public static Enter enter(String executor) {
        Enter entered = new Enter(Objects.requireNonNull(executor, "executor"), CURRENT.get());
        CURRENT.set(entered);
        return entered;
    }

    /**
     * Lets only threads pass that may block.
     *
     * @param what what would block, for the message
     * @throws IllegalStateException if an executor runs on the present thread: the tasks for which {@code what} waits might be
     *     waiting for this very thread
     */
    public static void checkMayBlock(String what) {
        Enter current = CURRENT.get();
        if (current != null) {
            throw new IllegalStateException(what + " would block a thread of " + current.executor
                    + ", and the tasks that wait for it: await the future instead");
        }
    }

    /**
     * Takes the mark away.
     *
     * @throws IllegalStateException if this is not the innermost mark of the present thread
     */
    @Override
    public void close() {
        if (CURRENT.get() != this) {
            throw new IllegalStateException(executor + " was not entered last on this thread");
        }
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
