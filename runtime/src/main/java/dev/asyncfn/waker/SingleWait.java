package dev.asyncfn.waker;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;

/**
 * Something for which futures wait one at a time, as it wakes the task of the newest: the base of streams and sinks. Knows the future that
 * waits, so that one of another task is refused. Not exported.
 *
 * <p>Used by one thread at a time, like what extends it. Two threads that break this rule at the same instant may not notice each other.
 */
public class SingleWait {
    /** The future of the newest poll that was pending, until it ends; or null. */
    private Object waiting;
    /** The waker of that poll, only to be asked for its task. */
    private Waker waker;

    /** Nothing waits for it. */
    public SingleWait() {}

    /**
     * Begins a poll of {@code future}, before anything is changed.
     *
     * @param awaited a SingleWait; anything else has no place for what waits, and is not checked
     * @param future waits for it; its {@code toString()} names it
     * @param cx the context of the poll
     * @throws IllegalStateException if a future of another task still waits
     */
    public static void enter(Object awaited, Object future, Context cx) {
        if (awaited instanceof SingleWait wait && wait.waiting != null && wait.waiting != future) {
            wait.waker.refuseSecond(wait.waiting, cx.waker());
        }
    }

    /**
     * Ends a poll of {@code future} that was pending.
     *
     * @param awaited as for {@link #enter}
     * @param future waits for it from now on
     * @param cx the context of the poll
     */
    public static void suspend(Object awaited, Object future, Context cx) {
        if (awaited instanceof SingleWait wait) {
            wait.waiting = future;
            wait.waker = cx.waker();
        }
    }

    /**
     * The future does not wait any more. Without effect if it did not.
     *
     * @param awaited as for {@link #enter}
     * @param future may be another than the one that waits
     */
    public static void leave(Object awaited, Object future) {
        if (awaited instanceof SingleWait wait && wait.waiting == future) {
            wait.waiting = null;
            wait.waker = null;
        }
    }
}
