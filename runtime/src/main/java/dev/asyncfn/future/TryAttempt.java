package dev.asyncfn.future;

import dev.asyncfn.TryFuture;

/**
 * Starts an attempt, for {@link Futures#retry(int, TryAttempt)}. It declares the exception of its future, so that javac infers none where
 * the future throws none.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that the attempt may fail with
 */
@FunctionalInterface
public interface TryAttempt<T, E extends Exception> {
    /**
     * Starts the next attempt.
     *
     * @return its future, which has not run yet
     * @throws E if it cannot be started, which is a failure of the attempt
     */
    TryFuture<T, E> start() throws E;
}
