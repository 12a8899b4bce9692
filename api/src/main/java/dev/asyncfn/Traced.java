package dev.asyncfn;

import java.util.List;

/**
 * A future that can say where it stands. Every generated future is one, so that a trace or a debugger can walk from a task's root
 * down to the leaf on which it waits. It has no counterpart in Rust's standard library; tokio's task dumps and {@code await-tree} are
 * the nearest.
 *
 * <p>All methods only read. Like {@link Future#poll poll} they are called by whoever drives the future, and never while another
 * thread polls it.
 */
public interface Traced {
    /** The name of the present state: {@code START}, {@code AWAIT_READ_DATA}, {@code DONE}. */
    String state();

    /**
     * The child on which this future is suspended, or null if there is none. Of several, the first. If a poll of the child threw, and
     * the throw ended this future, too, it may still be told, so that the trace of the failure can be followed.
     */
    Future<?> awaited();

    /**
     * All children that have not completed, in order. A future with more than one, such as a join, tells them here; what it tells is
     * not to be modified.
     */
    default List<Future<?>> awaitedAll() {
        Future<?> child = awaited();
        return child == null ? List.of() : List.of(child);
    }

    /** The state in which this future was suspended last, also when it goes on or has failed since. By default the present state. */
    default String suspendedAt() {
        return state();
    }

    /**
     * Where in the user's source this future is suspended, or was suspended last: the async fn's class, method and file, and the line
     * of the await. It is read from what the annotation processor wrote beside the class.
     *
     * @return null if that is not known, as for futures that were not generated; the line is negative if only that is not known
     */
    default StackTraceElement location() {
        return SourceLines.location(this);
    }

    /**
     * Makes the stack trace of a failure what it would be if the bodies of the async fns had run blocking: the frames of each generated
     * future become the one frame of its async fn, with the line of the source. It is for those who write executors, and futures that
     * poll several others: they call it in the catch clause around a poll, once for each failure, before they let go of the
     * future. Causes and suppressed exceptions are restored, too; traces that cannot be written, and frames of anything else, stay as
     * they are. Never throws.
     *
     * <p>The system property {@code asyncfn.restoreStackTraces}, if it is {@code false} when the first failure comes, turns this off.
     *
     * @param failure what a poll, or a drop, threw
     * @param polled the future that was polled by the calling method, or the generated future itself that calls this
     */
    static void restore(Throwable failure, Future<?> polled) {
        try {
            StackTraces.restore(failure, polled);
        } catch (LinkageError e) {
            // As when no file can be opened any more, to load a class from. The failure counts, not how it looks.
            return;
        }
    }
}
