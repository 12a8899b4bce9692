package dev.asyncfn.future;

/**
 * One of two. Rust's {@code futures::future::Either}.
 *
 * @param <L> the type of the left value
 * @param <R> the type of the right value
 */
public sealed interface Either<L, R> {
    /**
     * The left one.
     *
     * @param <L> the type of the left value
     * @param <R> the type of the right value
     * @param value may be null
     */
    record Left<L, R>(L value) implements Either<L, R> {}

    /**
     * The right one.
     *
     * @param <L> the type of the left value
     * @param <R> the type of the right value
     * @param value may be null
     */
    record Right<L, R>(R value) implements Either<L, R> {}

    /**
     * Whether this is a {@link Left}.
     *
     * @return false for a {@link Right}
     */
    default boolean isLeft() {
        return this instanceof Left;
    }
}
