package dev.asyncfn.executor;

/**
 * A task ended without a value: its future threw, or it was aborted. tokio's {@code JoinError}; unchecked, as what it tells is another
 * task's failure and seldom one to handle on the spot.
 */
public final class JoinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean cancelled;

    private JoinException(String message, Throwable cause, boolean cancelled) {
        super(message, cause);
        this.cancelled = cancelled;
    }

    static JoinException failed(Throwable cause) {
        return new JoinException("the task failed: " + cause, cause, false);
    }

    static JoinException cancelled(Throwable cause) {
        return new JoinException("the task was cancelled", cause, true);
    }

    /**
     * Whether the task was aborted, or its executor closed, before it had an outcome. If so the cause is null, or says why the executor
     * could not go on; if not, the cause is what the future threw.
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
