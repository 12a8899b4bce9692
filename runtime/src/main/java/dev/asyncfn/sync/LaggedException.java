package dev.asyncfn.sync;

/**
 * A receiver of a {@link Broadcast} was so slow that values were overwritten before it had received them. It continues with the oldest that
 * is left. tokio's {@code RecvError::Lagged}.
 */
public final class LaggedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** How many values were missed. */
    private final long missed;

    LaggedException(long missed) {
        super("the receiver lagged behind and missed " + missed + (missed == 1 ? " value" : " values"));
        this.missed = missed;
    }

    /**
     * How many values were missed, at least one.
     *
     * @return a positive number
     */
    public long missed() {
        return missed;
    }
}
