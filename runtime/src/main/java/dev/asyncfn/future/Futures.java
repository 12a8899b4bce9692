package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes futures from futures. Rust's {@code futures::future} and its macros.
 *
 * <p>Combinators of several futures are sub-executors: each future has its own waker, and a poll polls only the futures that were
 * woken, each once, in that order, and only as long as the task has {@linkplain dev.asyncfn.Context#proceed() budget}; the rest comes
 * first in the next poll. If none was woken, a poll polls all that are left, because some executors poll without a wake.
 *
 * <p>A value that a combinator has taken from one of its futures belongs to it until it hands it on. If it is dropped first, or fails, it releases
 * the value: see {@link dev.asyncfn.Undelivered} and {@link #onUndelivered onUndelivered}. So no lock stays held when a join of two locks
 * runs into a timeout.
 *
 * <p>Of several failures, the first is thrown, with the others suppressed in it. In a {@link dev.asyncfn.SharedFailure}, such as that of a
 * {@link Shared} future, nothing is suppressed, as others are thrown it, too: the other failures go to the uncaught exception handler of the thread.
 *
 * <p>A future has one owner. Passing one on that something else drives, or the same one twice, throws {@link IllegalStateException}, where
 * this can be noticed: see {@link dev.asyncfn.OwnedFuture}. A {@link dev.asyncfn.RepeatableFuture} may be passed twice, and so may a
 * lambda.
 */
public final class Futures {
    private Futures() {}

    /**
     * The future whose {@code poll} is this function: gives a lambda its type. Rust's {@code poll_fn}.
     *
     * @param <T> the type of the value
     * @param poll called for each poll, under the contract of {@link Future#poll}
     * @return {@code poll} itself
     */
    public static <T> Future<T> pollFn(Future<T> poll) {
        return Objects.requireNonNull(poll, "poll");
    }

    /**
     * A future that lets the other tasks of its executor run first: it is pending once, and wakes its task immediately. tokio's
     * {@code yield_now}.
     *
     * @return a new future, whose value is null
     */
    public static Future<Void> yieldNow() {
        return new YieldNow();
    }

    /**
     * The result of {@code function}, which is called in the first poll. Rust's {@code lazy}.
     *
     * @param <T> the type of the result
     * @param function its result may be null; its exceptions are those of the future. It should not block
     * @return a future that never calls {@code function} if it is dropped before
     */
    public static <T> Future<T> lazy(Callable<? extends T> function) {
        return new Lazy<>(function);
    }

    /**
     * The value of {@code future}, mapped. Rust's {@code FutureExt::map}.
     *
     * @param <T> the type of the value
     * @param <R> the type of the result
     * @param future if it throws, the result throws the same exception, and {@code mapping} is not called
     * @param mapping its argument and its result may be null; its exceptions are those of the future
     * @return a future that owns {@code future}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T, R> Future<R> map(Future<T> future, Function<? super T, ? extends R> mapping) {
        return new MapFuture<>(future, mapping);
    }

    /**
     * As {@link #map(Future, Function)}, for a future that names its checked exception. Rust's {@code TryFutureExt::map_ok}.
     *
     * @param <T> the type of the value
     * @param <R> the type of the result
     * @param <E> the checked exception that {@code future} may fail with
     * @param future if it throws, the result throws the same exception, and {@code mapping} is not called
     * @param mapping its argument and its result may be null; it throws no checked exception, and its unchecked ones are those of the
     *     future
     * @return a future that owns {@code future} and names its exception
     */
    @SuppressWarnings("overloads")
    public static <T, R, E extends Exception> TryFuture<R, E> map(
            TryFuture<T, E> future, Function<? super T, ? extends R> mapping) {
        return new MapFuture<>(future, mapping);
    }

    /**
     * The outcome of the future that {@code next} makes of the value of {@code future}. Rust's {@code then} and {@code and_then}; an
     * async fn does the same with two awaits.
     *
     * @param <T> the type of the first value
     * @param <R> the type of the second value
     * @param future if it throws, the result throws the same exception, and {@code next} is not called
     * @param next its argument may be null, its result may not; its exceptions are those of the future
     * @return a future that owns the one that is running, and drops it if it is dropped
     */
    public static <T, R> Future<R> andThen(Future<T> future, Function<? super T, ? extends Future<? extends R>> next) {
        return new AndThen<>(future, next);
    }

    /**
     * The value of {@code future}; or if it throws an exception, the outcome of the future that {@code next} makes of the exception.
     * Rust's {@code or_else}; an async fn does the same with an await in a catch clause. An {@link Error} is rethrown.
     *
     * @param <T> the type of the value
     * @param future if it has a value, {@code next} is not called
     * @param next its result may not be null; its exceptions are those of the future
     * @return a future that owns the one that is running, and drops it if it is dropped
     */
    public static <T> Future<T> orElse(
            Future<? extends T> future, Function<? super Exception, ? extends Future<? extends T>> next) {
        return new OrElse<>(future, next);
    }

    /**
     * The same future, with a type that names its checked exception, so that {@link dev.asyncfn.Async#await(TryFuture) await} declares it
     * and it can be caught.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception
     * @param future its outcome passes through unchanged
     * @param failure names {@code E} for the compiler; a failure of another type is thrown nevertheless, unchanged
     * @return a future that owns {@code future}
     */
    public static <T, E extends Exception> TryFuture<T, E> failingWith(Future<T> future, Class<E> failure) {
        Objects.requireNonNull(failure, "failure");
        return new FailingWith<>(future);
    }

    /**
     * The same future, except that it may be polled after it has ended, and then is pending forever. Rust's {@code FutureExt::fuse}.
     *
     * @param <T> the type of the value
     * @param future its outcome passes through unchanged, once; it is not polled after its end
     * @return a future that also answers {@linkplain Fuse#isTerminated() whether} it has ended
     */
    public static <T> Fuse<T> fuse(Future<T> future) {
        return new Fuse<>(future);
    }

    /**
     * The same future, with a hook for a value that is delivered to nobody: a combinator, a stream, a task or a buffer has taken it over, and
     * cannot hand it on, because it was dropped or has failed. kotlinx.coroutines' {@code onUndeliveredElement}. Without the hook, such
     * a value is closed if it is {@link AutoCloseable}. The README of the runtime says which types keep values, and for how long.
     *
     * <p>Combinators that return the same value, such as {@link #race race} and {@link #timeout(Duration, Future) timeout}, pass the hook on.
     * A {@link #map(Future, Function) map} does not, as it has made another value.
     *
     * @param <T> the type of the value
     * @param future its outcome passes through unchanged. Its own {@link Future#undelivered()} is replaced by the hook
     * @param hook called at most once for each value, which may be null. To keep a value open that has other owners, it does nothing. Its
     *     exceptions are thrown by the drop, or suppressed in the failure
     * @return a future that owns {@code future}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> onUndelivered(Future<T> future, Consumer<? super T> hook) {
        return new OnUndelivered<>(future, hook);
    }

    /**
     * As {@link #onUndelivered(Future, Consumer)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future its outcome passes through unchanged. Its own {@link Future#undelivered()} is replaced by the hook
     * @param hook as for {@link #onUndelivered(Future, Consumer)}
     * @return a future that owns {@code future} and names its exception
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> onUndelivered(
            TryFuture<T, E> future, Consumer<? super T> hook) {
        return new OnUndelivered<>(future, hook);
    }

    /**
     * The same future, except that it runs to its end once it has begun, also if it is given up by {@link Future#pollDrop}: by
     * {@link dev.asyncfn.executor.JoinHandle#abort() abort}, a timeout, a decided race or a failed scope. For cleanup that awaits:
     * {@code finally { await(Futures.shielded(release())); }}. Without it, an await in a {@code finally} block that runs already is given up like
     * any other. Kotlin's {@code withContext(NonCancellable)}, Python's {@code asyncio.shield}; futures-rs has nothing like it, because a drop
     * there cannot wait.
     *
     * <ul>
     *   <li>{@code pollDrop} goes on polling {@code future}, and is ready when that is. The value, which nobody takes any more, is released
     *       by its {@link Future#undelivered()}; an exception is a failure of the cleanup. So what gives the result up waits for its end.
     *   <li>{@link Future#drop() drop} cannot wait, and drops {@code future}, also one that {@code pollDrop} has begun to wait for. So
     *       {@code abortNow}, {@code shutdownNow}, {@code close()}, and the bounds of {@code abortAndJoin} and {@code close(Duration)} end it.
     *   <li>Before its first poll there is nothing to finish: giving it up is giving up {@code future}. To shield several futures, shield
     *       their {@code join}, rather than each of them.
     * </ul>
     *
     * <p>The task of the caller polls it, so it has no end if {@code future} has none; see {@link #shielded(Future, Duration)}.
     *
     * @param <T> the type of the value
     * @param future its outcome passes through unchanged
     * @return a future that owns {@code future}
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> shielded(Future<T> future) {
        return new Shielded<>(future, null);
    }

    /**
     * As {@link #shielded(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future its outcome passes through unchanged
     * @return a future that owns {@code future} and names its exception
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> shielded(TryFuture<T, E> future) {
        return new Shielded<>(future, null);
    }

    /**
     * As {@link #shielded(Future)}, but for a limited time once the result is given up. After that, {@code future} is given up like any other:
     * its own {@code pollDrop} is called until it is ready. As long as nothing gives the result up, there is no limit.
     *
     * @param <T> the type of the value
     * @param future its outcome passes through unchanged
     * @param bound begins with the first {@code pollDrop}, measured by the {@linkplain dev.asyncfn.time.Clock#current() current} clock. Zero or
     *     less lets the future be polled once more
     * @return a future that owns {@code future}
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads")
    public static <T> Future<T> shielded(Future<T> future, Duration bound) {
        return new Shielded<>(future, Objects.requireNonNull(bound, "bound"));
    }

    /**
     * As {@link #shielded(Future, Duration)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future its outcome passes through unchanged
     * @param bound as for {@link #shielded(Future, Duration)}
     * @return a future that owns {@code future} and names its exception
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> shielded(TryFuture<T, E> future, Duration bound) {
        return new Shielded<>(future, Objects.requireNonNull(bound, "bound"));
    }

    /**
     * A future that can be cloned: all clones have the one outcome of {@code future}. Rust's {@code FutureExt::shared}.
     *
     * @param <T> the type of the value
     * @param future polled by one thread at a time, but not always the same one if the clones are on several
     * @return the first clone, which is used and dropped like the others
     */
    public static <T> Shared<T> shared(Future<T> future) {
        return new Shared<>(new SharedOutcome<>(future));
    }

    /**
     * The value of {@code future}, if it has one in time; otherwise the future is dropped. {@link Timeouts#timeout(Duration, Future)}.
     *
     * @param <T> the type of the value
     * @param duration begins now, not at the first poll. Zero or less lets the future be polled once
     * @param future belongs to the result, which drops it when it is late
     * @return a future that throws {@link dev.asyncfn.time.ElapsedException} if it has none
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> timeout(Duration duration, Future<T> future) {
        return Timeouts.timeout(duration, future);
    }

    /**
     * As {@link #timeout(Duration, Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param duration begins now, not at the first poll. Zero or less lets the future be polled once
     * @param future belongs to the result, which drops it when it is late
     * @return a future that names the same exception, and throws {@link dev.asyncfn.time.ElapsedException}, which is unchecked, if it is too late
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> timeout(Duration duration, TryFuture<T, E> future) {
        return Timeouts.timeout(duration, future);
    }

    /**
     * Polls two futures as one; its value is both values, once both have completed. Rust's {@code join!}.
     *
     * <p>At first all are polled in order, then those that were woken. If one throws, the others run to their end; then the join throws the
     * first failure in the order of the arguments, with the others suppressed in it. Dropping it drops those that have not completed.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param first its value is {@link Pair#first()}
     * @param second its value is {@link Pair#second()}
     * @return a future that owns both
     */
    public static <A, B> Future<Pair<A, B>> join(Future<A> first, Future<B> second) {
        return Tuples.ofTwo(joinAll(List.of(first, second)));
    }

    /**
     * As {@link #join(Future, Future)}, for three.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param first its value is {@link Triple#first()}
     * @param second its value is {@link Triple#second()}
     * @param third its value is {@link Triple#third()}
     * @return a future that owns all three
     */
    public static <A, B, C> Future<Triple<A, B, C>> join(Future<A> first, Future<B> second, Future<C> third) {
        return Tuples.ofThree(joinAll(List.of(first, second, third)));
    }

    /**
     * As {@link #join(Future, Future)}, for four.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param <D> the type of the fourth value
     * @param first its value is {@link Quadruple#first()}
     * @param second its value is {@link Quadruple#second()}
     * @param third its value is {@link Quadruple#third()}
     * @param fourth its value is {@link Quadruple#fourth()}
     * @return a future that owns all four
     */
    public static <A, B, C, D> Future<Quadruple<A, B, C, D>> join(
            Future<A> first, Future<B> second, Future<C> third, Future<D> fourth) {
        return Tuples.ofFour(joinAll(List.of(first, second, third, fourth)));
    }

    /**
     * As {@link #join(Future, Future)}, for any number. Rust's {@code join_all}. A poll polls only the futures that were woken, so that many futures
     * cost no more than few.
     *
     * @param <T> the common type of the values
     * @param futures copied, so that the list may change afterwards
     * @return a future of the values, in the order of the futures, in an unmodifiable list
     */
    public static <T> Future<List<T>> joinAll(List<? extends Future<? extends T>> futures) {
        return futures.isEmpty() ? Future.ready(List.of()) : new JoinAll<>(new ArrayList<>(futures));
    }

    /**
     * Polls two futures as one; its value is both values, once both have completed. It fails as soon as one of them fails. Rust's
     * {@code try_join!}.
     *
     * <p>Before it throws, it drops the others; an exception of a drop is suppressed in the failure. Dropping it drops those that have not
     * completed.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param first its value is {@link Pair#first()}
     * @param second its value is {@link Pair#second()}
     * @return a future that owns both
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <A, B> Future<Pair<A, B>> tryJoin(Future<A> first, Future<B> second) {
        return Tuples.ofTwo(tryJoinAll(List.of(first, second)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for futures that name their checked exceptions.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <E> the common type of the checked exceptions
     * @param first its value is {@link Pair#first()}
     * @param second its value is {@link Pair#second()}
     * @return a future that owns both, and names the exception
     */
    @SuppressWarnings("overloads")
    public static <A, B, E extends Exception> TryFuture<Pair<A, B>, E> tryJoin(
            TryFuture<A, ? extends E> first, TryFuture<B, ? extends E> second) {
        return Tuples.ofTwo(new TryJoinAll<Object, E>(List.of(first, second)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for three.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param first its value is {@link Triple#first()}
     * @param second its value is {@link Triple#second()}
     * @param third its value is {@link Triple#third()}
     * @return a future that owns all three
     */
    @SuppressWarnings("overloads")
    public static <A, B, C> Future<Triple<A, B, C>> tryJoin(Future<A> first, Future<B> second, Future<C> third) {
        return Tuples.ofThree(tryJoinAll(List.of(first, second, third)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for three that name their checked exceptions.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param <E> the common type of the checked exceptions
     * @param first its value is {@link Triple#first()}
     * @param second its value is {@link Triple#second()}
     * @param third its value is {@link Triple#third()}
     * @return a future that owns all three, and names the exception
     */
    @SuppressWarnings("overloads")
    public static <A, B, C, E extends Exception> TryFuture<Triple<A, B, C>, E> tryJoin(
            TryFuture<A, ? extends E> first, TryFuture<B, ? extends E> second, TryFuture<C, ? extends E> third) {
        return Tuples.ofThree(new TryJoinAll<Object, E>(List.of(first, second, third)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for four.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param <D> the type of the fourth value
     * @param first its value is {@link Quadruple#first()}
     * @param second its value is {@link Quadruple#second()}
     * @param third its value is {@link Quadruple#third()}
     * @param fourth its value is {@link Quadruple#fourth()}
     * @return a future that owns all four
     */
    @SuppressWarnings("overloads")
    public static <A, B, C, D> Future<Quadruple<A, B, C, D>> tryJoin(
            Future<A> first, Future<B> second, Future<C> third, Future<D> fourth) {
        return Tuples.ofFour(tryJoinAll(List.of(first, second, third, fourth)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for four that name their checked exceptions.
     *
     * @param <A> the type of the first value
     * @param <B> the type of the second value
     * @param <C> the type of the third value
     * @param <D> the type of the fourth value
     * @param <E> the common type of the checked exceptions
     * @param first its value is {@link Quadruple#first()}
     * @param second its value is {@link Quadruple#second()}
     * @param third its value is {@link Quadruple#third()}
     * @param fourth its value is {@link Quadruple#fourth()}
     * @return a future that owns all four, and names the exception
     */
    @SuppressWarnings("overloads")
    public static <A, B, C, D, E extends Exception> TryFuture<Quadruple<A, B, C, D>, E> tryJoin(
            TryFuture<A, ? extends E> first,
            TryFuture<B, ? extends E> second,
            TryFuture<C, ? extends E> third,
            TryFuture<D, ? extends E> fourth) {
        return Tuples.ofFour(new TryJoinAll<Object, E>(List.of(first, second, third, fourth)));
    }

    /**
     * As {@link #tryJoin(Future, Future)}, for any number. Rust's {@code try_join_all}. {@link #failingWith} names its checked exception.
     *
     * @param <T> the common type of the values
     * @param futures copied, so that the list may change afterwards. If it is empty, the result is ready at once
     * @return a future of the values, in the order of the futures, in an unmodifiable list
     */
    public static <T> Future<List<T>> tryJoinAll(List<? extends Future<? extends T>> futures) {
        return futures.isEmpty() ? Future.ready(List.of()) : new TryJoinAll<>(new ArrayList<>(futures));
    }

    /**
     * Polls two futures until one of them completes; its value is that of the first. Rust's {@code futures::future::select}.
     *
     * <p>At first both are polled, {@code left} before {@code right}, and {@code right} not at all if {@code left} is ready at once; then those
     * that were woken. If the first to complete throws, the select throws its exception.
     *
     * <p>The other future is neither polled nor dropped any more. It belongs to the caller again, who must do one of two things right away:
     * {@linkplain Future#drop() drop} it, or keep driving it, alone, in another select, or {@link #alongside alongside} other work. If it
     * is left idle, it may hold a lock or a place in a queue, and keep other tasks waiting forever, this one included: Rust's
     * "futurelock". {@link #race race} drops it.
     *
     * <p>Dropping the select before it has completed drops both.
     *
     * @param <L> the type of the left value
     * @param <R> the type of the right value
     * @param left its value arrives as an {@link Either.Left}
     * @param right its value arrives as an {@link Either.Right}
     * @return a future that owns both until it has completed or thrown, and then neither
     */
    public static <L, R> Future<Either<L, R>> select(Future<L> left, Future<R> right) {
        return new Select<>(left, right);
    }

    /**
     * As {@link #select}, for any number. Rust's {@code select_all}. {@link FuturesUnordered} keeps driving the others.
     *
     * @param <T> the common type of the values
     * @param futures copied, so that the list may change afterwards
     * @return a future that owns all until it has completed or thrown, and then none. An exception does not say which future has thrown it
     * @throws IllegalArgumentException if the list is empty, because nothing would ever complete
     */
    public static <T> Future<Selected<T>> selectAll(List<? extends Future<? extends T>> futures) {
        return new SelectAll<>(some(futures, "selectAll"));
    }

    /**
     * The outcome of {@code main}, whether a value or an exception. The {@code others} are polled in the meantime, so that they do not hold
     * up other tasks. It is for handling the value of a {@link #select} without leaving the loser idle:
     *
     * <pre>{@code
     * Shared<String> line = Futures.shared(reader.readLine());
     * if (await(Futures.select(line, timer)) instanceof Either.Right<?, ?>) {
     *     await(Futures.alongside(report(), line));   // report() may need what readLine() holds
     * }
     * String read = await(line);
     * }</pre>
     *
     * <p>The others are not dropped, and keep their outcomes: they are {@link Shared}.
     *
     * @param <T> the type of the value
     * @param main belongs to the result, which is ready or throws as soon as this does
     * @param others still belong to the caller, who drops them later; there may be none, or some that have ended
     * @return a future that drops only {@code main} if it is dropped
     */
    public static <T> Future<T> alongside(Future<T> main, Shared<?>... others) {
        return new Alongside<>(main, List.of(others));
    }

    /**
     * The outcome of the first of two futures to complete; the other one is dropped before the outcome is visible. smol's {@code race};
     * tokio's {@code select!} does the same.
     *
     * <p>At first they are polled in order, and later ones not at all if an earlier one is ready at once. A failure counts as well. An
     * exception of a drop is suppressed in the failure, or thrown if there is none.
     *
     * @param <T> the common type of the values
     * @param first polled before {@code second} in the first poll
     * @param second not polled at all if {@code first} is ready in the first poll
     * @return a future that owns both
     */
    public static <T> Future<T> race(Future<? extends T> first, Future<? extends T> second) {
        return new Race<>(List.of(first, second));
    }

    /**
     * As {@link #race(Future, Future)}, for any number.
     *
     * @param <T> the common type of the values
     * @param futures copied, so that the list may change afterwards
     * @return a future that owns all of them
     * @throws IllegalArgumentException if the list is empty, because nothing would ever complete
     */
    public static <T> Future<T> race(List<? extends Future<? extends T>> futures) {
        return new Race<>(some(futures, "race"));
    }

    /**
     * The value of the first future to succeed; the others are dropped before it is visible. If all fail, it throws the first failure in
     * the order of the futures, with the others suppressed in it. Rust's {@code select_ok}.
     *
     * @param <T> the common type of the values
     * @param futures copied, so that the list may change afterwards
     * @return a future that owns all of them
     * @throws IllegalArgumentException if the list is empty, because nothing would ever complete
     */
    public static <T> Future<T> raceOk(List<? extends Future<? extends T>> futures) {
        return new RaceOk<>(some(futures, "raceOk"));
    }

    /**
     * The value of the first attempt that succeeds; if {@code attempts} of them have failed, the last failure, with the earlier ones
     * suppressed in it. The next attempt starts as soon as one has failed; an {@link Error} is rethrown at once. {@link RetryPolicy} has delays.
     *
     * <pre>{@code
     * String page = await(Futures.retry(3, () -> async(() -> await(read(url)))));
     * }</pre>
     *
     * @param <T> the type of the value
     * @param attempts how many there are at most
     * @param attempt called for each attempt, in a poll; must not return null
     * @return a future that starts the first attempt in its first poll, and drops the running attempt if it is dropped
     * @throws IllegalArgumentException if {@code attempts} is not positive
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> retry(int attempts, Supplier<? extends Future<T>> attempt) {
        Objects.requireNonNull(attempt, "attempt");
        return RetryPolicy.immediate().maxAttempts(attempts).retry(attempt);
    }

    /**
     * As {@link #retry(int, Supplier)}, for futures that name their checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that the attempts may fail with
     * @param attempts how many there are at most
     * @param attempt called for each attempt, in a poll; must not return null. Its own exception is a failure of the attempt
     * @return a future that starts the first attempt in its first poll, and drops the running attempt if it is dropped
     * @throws IllegalArgumentException if {@code attempts} is not positive
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> retry(int attempts, TryAttempt<T, E> attempt) {
        Objects.requireNonNull(attempt, "attempt");
        return RetryPolicy.immediate().maxAttempts(attempts).retry(attempt);
    }

    private static <F> List<F> some(List<? extends F> futures, String method) {
        if (futures.isEmpty()) {
            throw new IllegalArgumentException(method + " of no futures never completes");
        }
        return new ArrayList<>(futures);
    }
}
