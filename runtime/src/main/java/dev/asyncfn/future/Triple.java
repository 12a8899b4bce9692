package dev.asyncfn.future;

/**
 * The result of a {@link Futures#join(dev.asyncfn.Future, dev.asyncfn.Future, dev.asyncfn.Future) join} of three. Each component may be null.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param <C> the type of the third value
 * @param first the value of the first future
 * @param second the value of the second
 * @param third the value of the third
 */
public record Triple<A, B, C>(A first, B second, C third) {}
