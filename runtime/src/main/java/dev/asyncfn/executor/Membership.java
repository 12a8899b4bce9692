package dev.asyncfn.executor;

import dev.asyncfn.failure.Uncaught;

/**
 * The scopes that a task is in, as a list, the newest first: more than one if a spawner that was given to one spawns in another. What a scope
 * throws keeps no other from being notified.
 *
 * @param others the other scopes, or null
 */
record Membership(TaskScope scope, Membership others) {
    /** Notifies the scopes of the end of a task, if it has failed. */
    static void tell(Membership scopes, Task<?> task, Object outcome) {
        for (Membership in = scopes; in != null; in = in.others) {
            try {
                if (outcome instanceof TaskFailure failure) {
                    in.scope.failed(task, failure);
                } else if (outcome instanceof Throwable thrown && !in.scope.supervises) {
                    in.scope.fail(thrown, task.uncaught());
                }
            } catch (Throwable unexpected) {
                Uncaught.report(unexpected);
            }
        }
    }

    /** Notifies the scopes that a task has finished. */
    static void leave(Membership scopes, Task<?> task, Object outcome) {
        for (Membership in = scopes; in != null; in = in.others) {
            try {
                in.scope.finished(task, outcome instanceof TaskValue<?> value ? value : null);
            } catch (Throwable unexpected) {
                Uncaught.report(unexpected);
            }
        }
    }
}
