package dev.asyncfn;

/**
 * A future that can say where it stands. Every generated future is one, so that a trace or a debugger can walk from a task's root
 * down to the leaf on which it waits. It has no counterpart in Rust's standard library.
 *
 * <p>Both methods only read. Like {@link Future#poll poll} they are called by whoever drives the future, and never while another
 * thread polls it.
 */
public interface Traced {
    /** The name of the present state: {@code START}, {@code AWAIT_READ_DATA}, {@code DONE}. */
    String state();

    /** The child on which this future is suspended, or null if there is none. */
    Future<?> awaited();
}
