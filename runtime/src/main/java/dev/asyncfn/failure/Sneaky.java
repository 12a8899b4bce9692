package dev.asyncfn.failure;

/** Throws any exception as it is, where the language would have it declared. Not exported. */
public final class Sneaky {
    private Sneaky() {}

    /**
     * Throws {@code failure}; declared to return so that a caller can write {@code throw}.
     *
     * @param failure not null; thrown unchanged, checked or not
     * @return nothing, as it always throws
     */
    public static RuntimeException asIs(Throwable failure) {
        return Sneaky.<RuntimeException>raise(failure);
    }

    @SuppressWarnings("unchecked") // X is erased, so nothing is cast: that is the point
    private static <X extends Throwable> X raise(Throwable failure) throws X {
        throw (X) failure;
    }
}
