package dev.asyncfn.test;

/**
 * A {@link TestExecutor} could not continue: no task was woken, no timer is set, and the run has not ended. The message has the tree of
 * what each task waits for. An {@link AssertionError}, so that the test fails.
 */
public final class DeadlockError extends AssertionError {
    private static final long serialVersionUID = 1;

    DeadlockError(String message) {
        super(message);
    }
}
