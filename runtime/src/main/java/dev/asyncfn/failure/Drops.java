package dev.asyncfn.failure;

import dev.asyncfn.Future;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.Undelivered;

/** Lets go of one thing after the other, the later ones also if an earlier one throws. Not exported. */
public final class Drops {
    private Throwable failure;

    /**
     * Nothing has been let go of.
     *
     * @param before the earlier exception, in which failures are suppressed; or null
     */
    public Drops(Throwable before) {
        failure = before;
    }

    /**
     * Drops two futures, in this order, and throws the first failure.
     *
     * @param first may be null
     * @param second may be null
     */
    public static void dropBoth(Future<?> first, Future<?> second) {
        Drops drops = new Drops(null);
        drops.drop(first);
        drops.drop(second);
        drops.rethrow();
    }

    /**
     * Drops a future that is no longer needed, before a value is handed on. If that throws, the value cannot be handed on, and is released.
     *
     * @param <T> the type of the value
     * @param future may be null
     * @param how how to release the value
     * @param value may be null
     */
    public static <T> void dropBefore(Future<?> future, Undelivered<? super T> how, T value) {
        Drops drops = new Drops(null);
        drops.drop(future);
        if (drops.failure() != null) {
            drops.release(how, value);
            drops.rethrow();
        }
    }

    /**
     * Drops a future, unless it is null.
     *
     * @param future may be null
     */
    public void drop(Future<?> future) {
        if (future != null) {
            run(future::drop);
        }
    }

    /**
     * Releases a value that cannot be handed on.
     *
     * @param <T> the type of the value
     * @param how how to release the value
     * @param value may be null
     */
    public <T> void release(Undelivered<? super T> how, T value) {
        try {
            how.release(value);
        } catch (Throwable thrown) {
            and(thrown);
        }
    }

    /**
     * Lets go of something else.
     *
     * @param drop called once, now; may throw
     */
    public void run(Runnable drop) {
        try {
            drop.run();
        } catch (Throwable thrown) {
            and(thrown);
        }
    }

    /**
     * Notes an exception.
     *
     * @param thrown not null; may be the one that is kept already
     */
    public void and(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else {
            SharedFailure.suppress(failure, thrown);
        }
    }

    /**
     * The first failure, or null.
     *
     * @return the exception that was first, with the others suppressed in it, unless it is shared; or null
     */
    public Throwable failure() {
        return failure;
    }

    /** Throws the first failure, if there was one, with the others suppressed in it. */
    public void rethrow() {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
    }
}
