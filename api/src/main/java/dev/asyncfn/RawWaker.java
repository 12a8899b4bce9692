package dev.asyncfn;

import java.util.Objects;

/**
 * The two halves of a {@link Waker}: a data object, and the functions to call with it. Rust's {@code RawWaker}, whose data is a raw
 * pointer.
 *
 * @param data the argument of the functions of the vtable, which may be null
 * @param vtable the functions
 */
public record RawWaker(Object data, RawWakerVTable vtable) {
    /**
     * Checks that there is a vtable.
     *
     * @param data the data object, which may be null
     * @param vtable the functions
     */
    public RawWaker {
        Objects.requireNonNull(vtable, "vtable");
    }
}
