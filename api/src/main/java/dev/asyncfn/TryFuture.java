package dev.asyncfn;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * A future that names the checked exception it may fail with, so that {@link Async#await(TryFuture) await} declares it. Rust's
 * {@code TryFuture}: a future of a {@code Result<T, E>}.
 *
 * <p>An implementor may narrow the throws clause of {@link #poll} to {@code E}. {@code E} is a declaration, not a filter: an
 * unchecked exception passes through, as it does from any method.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that awaiting it may throw
 */
@FunctionalInterface
public interface TryFuture<T, E extends Exception> extends Future<T> {
    /**
     * As {@link Future#from}, and also names the exception that the stage may fail with.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that it may fail with
     * @param stage the stage to wait for
     * @param failure names {@code E} for the compiler; a failure of another type is thrown nevertheless, unchanged
     * @return a new future
     */
    static <T, E extends Exception> TryFuture<T, E> from(CompletionStage<? extends T> stage, Class<E> failure) {
        Objects.requireNonNull(failure, "failure");
        return new StageFuture<>(stage, true);
    }

    /**
     * As {@link Future#fromShared}, and also names the exception that the stage may fail with.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that it may fail with
     * @param stage the stage to wait for
     * @param failure names {@code E} for the compiler; a failure of another type is thrown nevertheless, unchanged
     * @return a new future
     */
    static <T, E extends Exception> TryFuture<T, E> fromShared(CompletionStage<? extends T> stage, Class<E> failure) {
        Objects.requireNonNull(failure, "failure");
        return new StageFuture<>(stage, false);
    }
}
