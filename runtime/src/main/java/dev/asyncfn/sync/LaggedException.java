package dev.asyncfn.sync;

/**
 * A receiver of a {@link Broadcast} was so slow that values were overwritten before it has seen them. It goes on with the oldest that is
 * left. tokio's {@code RecvError::Lagged}.
 */
public final class LaggedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long missed;

    LaggedException(long missed) {
        super("the receiver lagged behind and missed " + missed + (missed == 1 ? " value" : " values"));
        this.missed = missed;
    }

    /** How many values were missed: one at least. */
    public long missed() {
        return missed;
    }
}
