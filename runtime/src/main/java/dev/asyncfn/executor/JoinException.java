package dev.asyncfn.executor;

import dev.asyncfn.failure.Description;

/**
 * A task ended without a value: its future threw, or it was cancelled, as when it was aborted. tokio's {@code JoinError}. It is unchecked,
 * because it reports the failure of another task, which can seldom be handled on the spot.
 */
public final class JoinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the task was given up before it could end by itself. */
    private final boolean cancelled;

    JoinException(TaskFailure.Kind kind, Throwable cause) {
        super(message(kind, cause), cause);
        this.cancelled = kind != TaskFailure.Kind.THREW;
    }

    private static String message(TaskFailure.Kind kind, Throwable cause) {
        return switch (kind) {
            case THREW -> "the task failed: " + Description.of(cause);
            case ABORTED -> "the task was cancelled: it was aborted";
            case SHUT_DOWN -> "the task was cancelled: its executor was shut down";
            case REJECTED -> "the task was cancelled: its executor did not run it";
        };
    }

    /** Whether it only reports the end of a task, by an abort or by that very failure. */
    boolean addsNothingTo(Throwable failure) {
        return cancelled || getCause() == failure;
    }

    /**
     * Whether the task was aborted, or its executor shut down, before it had an outcome; the message says which. If true, the cause is
     * null or the reason why the executor could not continue; if false, the cause is the exception of the future.
     *
     * @return false if the future threw, true if it was given up before it could end by itself
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
