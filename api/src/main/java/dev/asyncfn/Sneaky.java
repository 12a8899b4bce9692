package dev.asyncfn;

/** Throws any exception unchanged, without declaring it. */
final class Sneaky {
    private Sneaky() {}

    /** Throws {@code failure}; declared to return so that a caller can write {@code throw}. */
    static RuntimeException asIs(Throwable failure) {
        return Sneaky.<RuntimeException>raise(failure);
    }

    @SuppressWarnings("unchecked") // X is erased, so nothing is cast: that is the point
    private static <X extends Throwable> X raise(Throwable failure) throws X {
        throw (X) failure;
    }
}
