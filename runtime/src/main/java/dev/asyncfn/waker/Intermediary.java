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

    /**
     * As {@link Waker#isAwaiting}, of the task behind this.
     *
     * @param awaited what that may wait for
     * @return false if that is not known, as if there are several tasks behind this
     */
    default boolean isAwaiting(Object awaited) {
        Waker task = behind();
        while (task != null && task.data() instanceof Intermediary between) {
            task = between.behind(); // in a loop: they nest as deep as futures do
        }
        return task != null && task.isAwaiting(awaited);
    }

    /**
     * The name of the task behind this.
     *
     * @return null if it is not known
     */
    default String taskName() {
        Waker task = behind();
        while (task != null && task.data() instanceof Intermediary between && !(between instanceof Future<?>)) {
            task = between.behind();
        }
        return task == null ? null : task.vtable().taskName(task.data());
    }
}
