package dev.asyncfn;

/**
 * A future that may be polled again after it has completed, and then has the same outcome again. So it may be driven by several owners one
 * after the other, or be passed to a combinator more than once, where any other future is refused. To make one of any future, use
 * {@code Futures.shared}.
 *
 * @param <T> the type of the value
 * @see OwnedFuture
 */
@FunctionalInterface
public interface RepeatableFuture<T> extends Future<T> {}
