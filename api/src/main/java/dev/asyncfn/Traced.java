package dev.asyncfn;

import java.util.List;

/**
 * A future that shows where it is suspended. Every generated future is traced, so that a trace or a debugger can walk from the root of
 * a task down to the leaf that it waits for. Rust's standard library has no counterpart; tokio's task dumps and {@code await-tree} come
 * closest.
 *
 * <p>All methods only read. Like {@link Future#poll poll}, they are called by the code that drives the future, and never while
 * another thread polls it.
 */
public interface Traced {
    /**
     * The name of the current state: {@code START}, {@code AWAIT_READ_DATA}, {@code DONE}.
     *
     * @return the name
     */
    String state();

    /**
     * The child on which this future is suspended, or null if there is none. Of several, the first. If a poll of the child threw, and
     * this future ended with that exception, the child may still be returned, so that the trace of the failure can be followed.
     *
     * @return the child, or null
     */
    Future<?> awaited();

    /**
     * All children that have not completed, in order. A future with more than one, such as a join, returns them here. The list must
     * not be modified.
     *
     * @return the children; empty if there are none
     */
    default List<Future<?>> awaitedAll() {
        Future<?> child = awaited();
        return child == null ? List.of() : List.of(child);
    }

    /**
     * The state in which this future was last suspended, even if it has continued or failed since. By default the current state.
     *
     * @return the name of that state
     */
    default String suspendedAt() {
        return state();
    }

    /**
     * Where in the user's source this future is suspended, or was suspended last: the async fn's class, method and file, and the line
     * of the await. It is read from a resource that the annotation processor wrote with the class.
     *
     * @return null if that is not known, as for futures that were not generated; the line is negative if only the line is not known
     */
    default StackTraceElement location() {
        return SourceLines.location(this);
    }

    /**
     * Makes the stack trace of a failure what it would be if the bodies of the async fns had run blocking: the frames of each generated
     * future become the one frame of its async fn, with the line of the source. Executors, and futures that poll several others,
     * call it in the catch clause around a poll, once for each failure, before they let go of the future. Causes and suppressed
     * exceptions are restored too; traces that are not writable, and all other frames, stay as they are.
     *
     * <p>Never throws, whatever the methods of the failure and of the futures throw, or if there is no memory or no stack left: the trace
     * then stays as it is, or is restored in part.
     *
     * <p>The system property {@code asyncfn.restoreStackTraces}, if it is {@code false} when the first executor is created or, without one, at the
     * first failure, turns this off.
     *
     * @param failure the exception of a poll or a drop
     * @param polled the future that was polled by the calling method, or the generated future itself that calls this
     */
    static void restore(Throwable failure, Future<?> polled) {
        try {
            StackTraces.restore(failure, polled);
        } catch (Throwable e) {
            // For example, no file can be opened to load a class, or no memory is left. The failure is what matters,
            // not its trace.
            return;
        }
    }
}
