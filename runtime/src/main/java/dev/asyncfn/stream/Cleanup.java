package dev.asyncfn.stream;

import dev.asyncfn.SharedFailure;

/** Lets go of things after a failure. */
final class Cleanup {
    private Cleanup() {}

    /** Drops what {@code failure} leaves behind; an exception of the drop is suppressed in it. */
    static void after(Throwable failure, Runnable drop) {
        try {
            drop.run();
        } catch (Throwable again) {
            SharedFailure.suppress(failure, again);
        }
    }
}
