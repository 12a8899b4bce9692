package dev.asyncfn.sync;

/**
 * The other side of a channel is gone, or a semaphore was closed: the operation can never complete. tokio's {@code RecvError} and
 * {@code AcquireError}. Unchecked, as the JDK's own {@code ClosedFileSystemException} and {@code ClosedSelectorException} are.
 *
 * @see SendException
 */
public class ClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ClosedException(String message) {
        super(message);
    }
}
