/**
 * async/await for Java, by source generation, with Rust's model: a {@link dev.asyncfn.Future} is inert until it is polled, a poll
 * gives {@link dev.asyncfn.Poll.Ready} or {@link dev.asyncfn.Poll.Pending}, and a pending future wakes the
 * {@link dev.asyncfn.Waker} of its {@link dev.asyncfn.Context} when it is worth polling again.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn;
