package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.failure.Sneaky;

/** Drops one future after the other, the later ones also if an earlier one throws. */
final class Drops {
    private Throwable failure;

    /** The earlier exception, in which failures are suppressed; or null. */
    Drops(Throwable before) {
        failure = before;
    }

    void drop(Future<?> future) {
        if (future == null) {
            return;
        }
        try {
            future.drop();
        } catch (Throwable thrown) {
            and(thrown);
        }
    }

    void and(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else if (failure != thrown) {
            failure.addSuppressed(thrown);
        }
    }

    /** Throws the first failure, if there was one, with the others suppressed in it. */
    void rethrow() {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
    }
}
