/**
 * Sequences of values over time: {@link dev.asyncfn.stream.Stream}, with its combinators, {@link dev.asyncfn.stream.Streams}, which
 * creates them, and the opposite end, {@link dev.asyncfn.stream.Sink} and {@link dev.asyncfn.stream.Sinks}. Rust's
 * {@code futures::stream} and {@code futures::sink}.
 *
 * <p>A stream, a future or a sink that is passed to a combinator belongs to it, and only the combinator polls and drops it, unless the
 * method says otherwise. A combinator does nothing until it is polled.
 *
 * <p>No parameter, no result and no item in this package may be null unless its description says so. Null where an item is expected
 * means that there is none: the end of a stream.
 */
package dev.asyncfn.stream;
