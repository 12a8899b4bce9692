package dev.asyncfn.future;

/**
 * The result of a {@link Futures#join(dev.asyncfn.Future, dev.asyncfn.Future, dev.asyncfn.Future, dev.asyncfn.Future) join} of four. Each
 * component may be null.
 *
 * @param <A> the type of the first value
 * @param <B> the type of the second value
 * @param <C> the type of the third value
 * @param <D> the type of the fourth value
 * @param first the value of the first future
 * @param second the value of the second
 * @param third the value of the third
 * @param fourth the value of the fourth
 */
public record Quadruple<A, B, C, D>(A first, B second, C third, D fourth) {}
