package dev.asyncfn.executor;

import dev.asyncfn.SharedFailure;

/** The outcomes of tasks without a value: a {@link TaskFailure}, or in place of that an exception or a shared failure if there is no memory for one. */
final class TaskEnd {
    private TaskEnd() {}

    /** Of a task that its executor could not run. */
    static Object rejected(Throwable reason) {
        try {
            return TaskFailure.rejected(reason);
        } catch (Throwable noMemory) {
            return reason == null ? TaskFailure.REJECTED : reason;
        }
    }

    /**
     * Of an aborted task.
     *
     * @param shutDown whether the abort came from the executor
     * @param reason why its executor could not end it, or null
     */
    static Object cancelled(boolean shutDown, Throwable reason) {
        try {
            return shutDown ? TaskFailure.shutDown(reason) : TaskFailure.aborted(reason);
        } catch (Throwable noMemory) {
            return reason == null ? TaskFailure.SHUT_DOWN : reason;
        }
    }

    /** Of a task whose future could not be dropped; {@code result} was its outcome before. */
    static Object afterDrop(Object result, Throwable thrown) {
        Throwable first = result instanceof Throwable failure ? failure : thrown;
        try {
            if (result instanceof TaskFailure failure) {
                return failure.and(thrown);
            }
            SharedFailure.suppress(first, thrown);
        } catch (Throwable noMemory) { // for the second one
            return first;
        }
        return first;
    }

    /** The record of a failure, or the exception itself if there is no memory for one. */
    static Object recorded(Throwable failure) {
        try {
            return TaskFailure.threw(failure);
        } catch (Throwable noMemory) {
            return failure;
        }
    }
}
