package dev.asyncfn.future;

/**
 * The result of a {@link Futures#join(dev.asyncfn.Future, dev.asyncfn.Future) join} of two. Each component may be null.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param first the value of the first future
 * @param second the value of the second
 */
public record Pair<A, B>(A first, B second) {}
