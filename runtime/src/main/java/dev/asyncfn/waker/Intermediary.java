package dev.asyncfn.waker;

import dev.asyncfn.Future;
import dev.asyncfn.Waker;

/**
 * Stands between a future and the task that drives it: the data of the waker that the future gets, behind which there is another waker. Not
 * exported.
 */
public interface Intermediary {
    /**
     * The waker to which a wake would be passed on now, borrowed.
     *
     * @return null if nothing is suspended behind it, or more than one task
     */
    Waker behind();

    /**
     * The future that gets the waker. Read only by a thread that keeps it from being polled, or that polls it.
     *
     * @return null during its poll, and once it has ended
     */
    Future<?> within();

    /**
     * Whether the other has the same waker behind it, and the current thread polls what both belong to.
     *
     * @param other the data of the waker of the current poll
     * @return false if that is not known
     */
    boolean isBeside(Object other);
}
