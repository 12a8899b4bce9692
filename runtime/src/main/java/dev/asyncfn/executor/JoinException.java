package dev.asyncfn.executor;

/**
 * A task ended without a value: its future threw, or it was cancelled, as when it was aborted. tokio's {@code JoinError}; unchecked, as
 * what it tells is another task's failure and seldom one to handle on the spot.
 */
public final class JoinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean cancelled;

    JoinException(TaskFailure.Kind kind, Throwable cause) {
        super(message(kind, cause), cause);
        this.cancelled = kind != TaskFailure.Kind.THREW;
    }

    private static String message(TaskFailure.Kind kind, Throwable cause) {
        return switch (kind) {
            case THREW -> "the task failed: " + describe(cause);
            case ABORTED -> "the task was cancelled: it was aborted";
            case SHUT_DOWN -> "the task was cancelled: its executor was shut down";
            case REJECTED -> "the task was cancelled: its executor did not run it";
        };
    }

    /** An exception that cannot be described is worth telling all the same. */
    private static String describe(Throwable cause) {
        try {
            return cause.toString();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return cause.getClass().getName();
        }
    }

    /**
     * Whether the task was aborted, or its executor shut down, before it had an outcome; the message says which. If so the cause is
     * null, or says why the executor could not go on; if not, the cause is what the future threw.
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
