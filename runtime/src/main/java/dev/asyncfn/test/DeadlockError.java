package dev.asyncfn.test;

/**
 * A {@link TestExecutor} could not go on: no task was woken, no timer is set, and what is to end has not. The message has the tree of what
 * waits on what. An {@link AssertionError}, so that the test fails.
 */
public final class DeadlockError extends AssertionError {
    private static final long serialVersionUID = 1;

    DeadlockError(String message) {
        super(message);
    }
}
