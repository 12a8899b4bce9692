package dev.asyncfn.test;

/**
 * A poll in a {@link TestExecutor} was pending, but neither woke the task nor kept its waker, so that nothing can ever wake it: the future
 * is faulty. The message has the tree down to that future. An {@link AssertionError}, so that the test fails.
 */
public final class LostWakerError extends AssertionError {
    private static final long serialVersionUID = 1;

    LostWakerError(String message) {
        super(message);
    }
}
