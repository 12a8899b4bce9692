package dev.asyncfn;

import java.util.Objects;

/**
 * Marks the current thread as one that runs an executor, so that methods that would block it can refuse instead. It is for writing
 * executors. The {@code Enter} of Rust's {@code futures::executor}.
 *
 * <pre>{@code
 * try (Enter enter = Enter.enter("my pool")) {
 *     ... poll tasks
 * }
 * }</pre>
 *
 * <p>Marks nest, and are closed by the thread that created them, innermost first.
 */
public final class Enter implements AutoCloseable {
    private static final ThreadLocal<Enter> CURRENT = new ThreadLocal<>();

    static {
        BlockingGuards.prepare();
    }

    private final String executor;
    private final Enter outer;

    /** How many async blocks that were not lowered run inside this mark, and not inside an inner one. */
    private int blocks;

    private Enter(String executor, Enter outer) {
        this.executor = executor;
        this.outer = outer;
    }

    /**
     * Marks the current thread until the result is closed.
     *
     * @param executor the name of the executor in messages
     * @return the mark, to be closed
     */
    public static Enter enter(String executor) {
        Enter entered = new Enter(Objects.requireNonNull(executor, "executor"), CURRENT.get());
        CURRENT.set(entered);
        return entered;
    }

    /**
     * Whether the current thread is marked: an executor runs on it, and polls a task or looks for one.
     *
     * @return whether there is a mark that is not closed
     */
    public static boolean isEntered() {
        return CURRENT.get() != null;
    }

    /**
     * Checks that the current thread may block.
     *
     * @param what the operation that would block, for the message
     * @throws IllegalStateException if an executor runs on the current thread, or a {@link BlockingGuard} forbids it to block: the tasks
     *     that {@code what} waits for might be waiting for this very thread. If the blocking method overrides an async fn, but is none itself,
     *     the message names it
     */
    public static void checkMayBlock(String what) {
        checkMayBlock(what, null);
    }

    /**
     * As {@link #checkMayBlock(String)}, for an operation that has no future which could be awaited instead.
     *
     * @param what the operation that would block, for the message
     * @param instead what to do instead, for the message
     * @throws IllegalStateException as for {@link #checkMayBlock(String)}
     */
    public static void checkMayBlock(String what, String instead) {
        Enter current = CURRENT.get();
        if (current != null) {
            throw new IllegalStateException(what + " would block a thread of " + current.executor
                    + ", and the tasks that wait for it: " + (instead == null ? current.remedy() : instead));
        }
        String guarded = BlockingGuards.forbidding();
        if (guarded != null) {
            throw new IllegalStateException(what + " would block " + guarded + ", and all that waits for it: "
                    + (instead == null ? "await the future in an async fn, and spawn its future here" : instead));
        }
    }

    private String remedy() {
        String method = MethodCall.running();
        if (method != null) {
            return method + " overrides an async fn, but is none itself, so it is called and cannot be suspended:"
                    + " annotate it with @AsyncFn, or run what blocks on another thread, such as with Blocking";
        }
        return blocks == 0
                ? "if this is the body of an async fn, asyncfn's annotation processor has not run on it; otherwise"
                        + " await the future instead"
                : "the async block that it stands in is outside an async fn, where its awaits block";
    }

    /**
     * An async block that was not lowered begins to run.
     *
     * @return the innermost mark, to be given to {@link #endBlock}; null if there is none
     */
    static Enter beginBlock() {
        Enter current = CURRENT.get();
        if (current != null) {
            current.blocks++;
        }
        return current;
    }

    /** It has ended. */
    static void endBlock(Enter mark) {
        if (mark != null) {
            mark.blocks--;
        }
    }

    /**
     * Removes the mark.
     *
     * @throws IllegalStateException if this is not the innermost mark of the current thread
     */
    @Override
    public void close() {
        if (CURRENT.get() != this) {
            throw new IllegalStateException(executor + " was not entered last on this thread");
        }
        CURRENT.set(outer); // not removed, if null: the next mark of the thread would have to make a new entry
    }

    /**
     * Removes the mark, and with it those that were entered after it and are still there. An executor ends its stay with this instead of
     * {@link #close()}, because one of its tasks may have entered another mark and not closed it.
     *
     * @throws IllegalStateException if there were such marks, once they are removed; or, without any effect, if this is not a mark of the
     *     current thread
     */
    public void leave() {
        Enter innermost = CURRENT.get();
        Enter mark = innermost;
        while (mark != null && mark != this) {
            mark = mark.outer;
        }
        if (mark == null) {
            throw new IllegalStateException(executor + " was not entered on this thread");
        }
        CURRENT.set(outer); // not removed, if null: the next mark of the thread would have to make a new entry
        if (innermost != this) {
            throw new IllegalStateException(
                    innermost.executor + " was entered during " + executor + ", and its mark was not closed");
        }
    }
}
