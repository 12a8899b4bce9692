package dev.asyncfn;

/**
 * Travels through a suspended body that is being dropped, as an exception would, and runs its {@code finally} blocks
 * from the inside out. Catch clauses do not see it. It exists for generated futures only, and never
 * leaves {@link Future#drop()} or {@link Future#pollDrop}.
 *
 * <p>Rust needs nothing like it: there, dropping a future drops its locals. A {@code finally} block or a resource does in
 * Java what a {@code Drop} implementation does in Rust. Not thread-safe: a future is dropped by one thread.
 */
public final class Dropped extends Error {
    private static final long serialVersionUID = 1;

    /** The first failure of the cleanup, or null. */
    private Throwable failure;

    /** The handler to which it went first, or null. */
    private final transient Object begun;

    /** A drop that has not met a failure yet. */
    public Dropped() {
        this(null);
    }

    /** @param begun the handler to which it goes first */
    Dropped(Object begun) {
        super("dropped", null, true, false);
        this.begun = begun;
    }

    /**
     * Whether a drop began where a handler is that of the innermost {@code try}.
     *
     * @param dropped the drop, or null if there is none
     * @param handler the handler's state
     * @return whether it did
     */
    public static boolean began(Dropped dropped, Object handler) {
        return dropped != null && dropped.begun == handler;
    }

    /**
     * Records an exception that was thrown during the drop; cleanup continues.
     *
     * @param thrown the exception, possibly a {@code Dropped}, which is not a failure
     * @return this drop
     */
    public Dropped and(Throwable thrown) {
        if (thrown instanceof Dropped) {
            return this;
        }
        if (failure == null) {
            failure = thrown;
        } else {
            SharedFailure.suppress(failure, thrown);
        }
        return this;
    }

    /**
     * Drops the future that the body is suspended on.
     *
     * @param child may be null; then nothing happens
     */
    public void drop(Future<?> child) {
        if (child == null) {
            return;
        }
        try {
            child.drop();
        } catch (Throwable thrown) {
            and(thrown);
        }
    }

    /** Throws the first failure of the cleanup unchanged, with the later ones suppressed in it; returns if there was none. */
    public void rethrowFailures() {
        for (Throwable thrown : getSuppressed()) {
            and(thrown); // a failure to close a resource is suppressed in the exception that ended the block, which
            // is this one
        }
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
    }
}
