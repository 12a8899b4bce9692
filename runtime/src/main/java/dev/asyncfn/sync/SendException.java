package dev.asyncfn.sync;

/** A value could not be sent, since nobody will ever receive it. It is given back here. tokio's {@code SendError}. */
public final class SendException extends ClosedException {
    private static final long serialVersionUID = 1;

    private final transient Object value;

    SendException(Object value) {
        super("sent to a channel without a receiver");
        this.value = value;
    }

    /** What was to be sent, which may be null if that channel allows it. Null, too, after the exception was serialised. */
    public Object value() {
        return value;
    }

    /**
     * As {@link #value()}, for who knows the type.
     *
     * @throws ClassCastException if the value is of another type
     */
    public <T> T value(Class<T> type) {
        return type.cast(value);
    }
}
