package dev.asyncfn.sync;

/** A value could not be sent, because it would never be received. The exception returns the value. tokio's {@code SendError}. */
public final class SendException extends ClosedException {
    private static final long serialVersionUID = 1;

    private final transient Object value;

    SendException(Object value) {
        super("sent to a channel without a receiver");
        this.value = value;
    }

    /**
     * The value, which may be null if the channel allows it. It is also null after the exception was serialised.
     *
     * @return the value itself, which belongs to the code that catches this
     */
    public Object value() {
        return value;
    }

    /**
     * As {@link #value()}, if the type is known.
     *
     * @param <T> the type of the value
     * @param type its class; not a primitive type
     * @return the value, or null as for {@link #value()}
     * @throws ClassCastException if the value is of another type
     */
    public <T> T value(Class<T> type) {
        return type.cast(value);
    }
}
