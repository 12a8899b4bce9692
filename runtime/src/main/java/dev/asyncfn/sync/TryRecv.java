package dev.asyncfn.sync;

/**
 * The result of {@code tryRecv}, which does not wait. tokio's {@code Result<T, TryRecvError>}.
 *
 * <pre>{@code
 * if (receiver.tryRecv() instanceof TryRecv.Received<String> received) {
 *     ... received.value()
 * }
 * }</pre>
 *
 * @param <T> the type of the values
 */
public sealed interface TryRecv<T> {
    /**
     * There was a value.
     *
     * @param <T> the type of the values
     * @param value null only if it was sent as null, which few channels allow
     */
    record Received<T>(T value) implements TryRecv<T> {}

    /**
     * There is no value now, but one may come.
     *
     * @param <T> the type of the values
     */
    record Empty<T>() implements TryRecv<T> {}

    /**
     * There is no value, and none will come.
     *
     * @param <T> the type of the values
     */
    record Closed<T>() implements TryRecv<T> {}
}
