package dev.asyncfn;

import java.util.Objects;

/**
 * The two halves of a {@link Waker}: a data object, and the functions to call with it. Rust's {@code RawWaker}, whose data is a raw
 * pointer.
 *
 * @param data what the functions of the vtable are called with, which may be null
 * @param vtable the functions
 */
public record RawWaker(Object data, RawWakerVTable vtable) {
    public RawWaker {
        Objects.requireNonNull(vtable, "vtable");
    }
}
