package dev.asyncfn;

import java.util.Objects;
import java.util.function.Function;

/**
 * The result of a {@link Future#poll poll}: {@link Ready} with the value, or {@link Pending}. Rust's {@code Poll<T>}.
 *
 * <p>A failure is neither: {@code poll} throws it. Polls are immutable.
 *
 * @param <T> the type of the value
 */
public sealed interface Poll<T> {
    /**
     * A poll that is ready with {@code value}.
     *
     * @param <T> the type of the value
     * @param value the value, which may be null
     * @return a ready poll
     */
    static <T> Poll<T> ready(T value) {
        return new Ready<>(value);
    }

    /**
     * The pending poll: always the same instance, so that suspending allocates nothing, and {@code polled == Poll.pending()} asks whether
     * {@code polled} is pending.
     *
     * @param <T> the type of the value
     * @return the pending poll
     */
    static <T> Poll<T> pending() {
        @SuppressWarnings("unchecked") // it holds no T
        Poll<T> pending = (Poll<T>) Pending.INSTANCE;
        return pending;
    }

    /**
     * Whether this is a {@link Ready}.
     *
     * @return whether it is ready
     */
    boolean isReady();

    /**
     * Whether this is a {@link Pending}.
     *
     * @return whether it is pending
     */
    default boolean isPending() {
        return !isReady();
    }

    /**
     * The poll with {@code mapping} applied to its value; a pending poll stays as it is.
     *
     * @param <R> the type of the new value
     * @param mapping its argument and its result may be null
     * @return the mapped poll
     */
    <R> Poll<R> map(Function<? super T, ? extends R> mapping);

    /**
     * The future has completed: Rust's {@code Poll::Ready(value)}.
     *
     * @param <T> the type of the value
     * @param value the value of the future, which may be null
     */
    record Ready<T>(T value) implements Poll<T> {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public <R> Poll<R> map(Function<? super T, ? extends R> mapping) {
            return new Ready<>(mapping.apply(value));
        }
    }

    /**
     * The future has not completed, and has ensured that its waker will be woken: Rust's {@code Poll::Pending}.
     * There is one instance, {@link Poll#pending()}.
     *
     * @param <T> the type of the value
     */
    final class Pending<T> implements Poll<T> {
        private static final Pending<?> INSTANCE = new Pending<>();

        private Pending() {}

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public <R> Poll<R> map(Function<? super T, ? extends R> mapping) {
            Objects.requireNonNull(mapping, "mapping");
            return Poll.pending();
        }

        @Override
        public String toString() {
            return "Pending";
        }
    }
}
