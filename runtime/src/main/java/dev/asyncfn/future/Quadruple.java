package dev.asyncfn.future;

/**
 * The result of a {@link Futures#join(dev.asyncfn.Future, dev.asyncfn.Future, dev.asyncfn.Future, dev.asyncfn.Future) join} of four. Each
 * component may be null.
 *
 * @param first the value of the first future
 * @param second the value of the second
 * @param third the value of the third
 * @param fourth the value of the fourth
 */
public record Quadruple<A, B, C, D>(A first, B second, C third, D fourth) {}
