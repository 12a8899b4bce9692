package dev.asyncfn;

/**
 * The simple way to make a waker: implement this and give it to {@link Waker#from}. Rust's {@code Wake}, where the object is in an
 * {@code Arc}. It may be called by any thread and must not block.
 */
@FunctionalInterface
public interface Wake {
    /** Has the task polled again; the waker by which it was called is consumed. */
    void wake();

    /** Has the task polled again; the waker by which it was called stays valid. By default the same as {@link #wake()}. */
    default void wakeByRef() {
        wake();
    }
}
