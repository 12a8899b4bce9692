package dev.asyncfn.future;

import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Makes futures out of futures. Rust's {@code futures::future} and its macros. */
public final class Futures {
    private Futures() {}

    /**
     * The future whose {@code poll} is this function: gives a lambda its type. Rust's {@code poll_fn}.
     *
     * @param poll called for each poll, under the contract of {@link Future#poll}
     */
    public static <T> Future<T> pollFn(Future<T> poll) {
        return Objects.requireNonNull(poll, "poll");
    }

    /**
     * A future that lets the other tasks of its executor go first: it is pending once, and wakes its task at once. tokio's
     * {@code yield_now}.
     */
    public static Future<Void> yieldNow() {
        return new YieldNow();
    }

    /**
     * The value of {@code future}, mapped. Rust's {@code FutureExt::map}.
     *
     * @param mapping its argument and its result may be null; what it throws, the future throws
     */
    public static <T, R> Future<R> map(Future<T> future, Function<? super T, ? extends R> mapping) {
        return new MapFuture<>(future, mapping);
    }

    /**
     * Polls two futures as one, and gives both values once both have completed. Rust's {@code join!}.
     *
     * <p>At first all are polled in order, then those that were woken, in the order in which they were. When one throws, the others go
     * on to their end; then the join throws the first failure in the order of the arguments, with the others suppressed in it. Dropping
     * it drops those that have not completed.
     */
    public static <A, B> Future<Pair<A, B>> join(Future<A> first, Future<B> second) {
        return map(joinAll(List.of(first, second)), all -> new Pair<>(at(all, 0), at(all, 1)));
    }

    /** As {@link #join(Future, Future)}, for three. */
    public static <A, B, C> Future<Triple<A, B, C>> join(Future<A> first, Future<B> second, Future<C> third) {
        return map(joinAll(List.of(first, second, third)), all -> new Triple<>(at(all, 0), at(all, 1), at(all, 2)));
    }

    /** As {@link #join(Future, Future)}, for four. */
    public static <A, B, C, D> Future<Quadruple<A, B, C, D>> join(
            Future<A> first, Future<B> second, Future<C> third, Future<D> fourth) {
        return map(
                joinAll(List.of(first, second, third, fourth)),
                all -> new Quadruple<>(at(all, 0), at(all, 1), at(all, 2), at(all, 3)));
    }

    /**
     * As {@link #join(Future, Future)}, for any number. Rust's {@code join_all}. A poll polls only what was woken, so that many futures
     * cost no more than few.
     *
     * @param futures is copied
     * @return gives the values in the order of the futures, in an unmodifiable list
     */
    public static <T> Future<List<T>> joinAll(List<? extends Future<? extends T>> futures) {
        return futures.isEmpty() ? Future.ready(List.of()) : new JoinAll<>(new ArrayList<>(futures));
    }

    /**
     * Polls two futures until one of them completes, and gives its value. Rust's {@code futures::future::select}.
     *
     * <p>At first both are polled, {@code left} before {@code right}, and right not at all if left is ready at once; then those that
     * were woken, in the order in which they were. What the first to complete throws, the select throws.
     *
     * <p>The other future is neither polled nor dropped any more. It is the caller's again, who still has the reference to it and must do
     * one of two things with it at once: {@linkplain Future#drop() drop} it, or await it, by itself or in another select. Left
     * alone it may hold a lock or a place in a queue, and keep others waiting for ever.
     *
     * <p>Dropping the select before it has completed drops both.
     */
    public static <L, R> Future<Either<L, R>> select(Future<L> left, Future<R> right) {
        return new Select<>(left, right);
    }

    @SuppressWarnings("unchecked") // the future at this place was of X
    private static <X> X at(List<Object> values, int index) {
        return (X) values.get(index);
    }
}
