package dev.asyncfn.time;

/**
 * A {@linkplain Timeouts timeout} has passed before the future was ready. tokio's {@code Elapsed}.
 *
 * <p>It is unchecked, so that a future with a timeout names the same checked exception as the future without. A failure of the late future's
 * cleanup is suppressed in it.
 */
public class ElapsedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * For code that limits a time in its own way.
     *
     * @param message says which time it was
     */
    public ElapsedException(String message) {
        super(message);
    }
}
