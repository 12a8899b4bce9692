package dev.asyncfn;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * {@code await}, async blocks, and {@code blockOn} for the edge between blocking and async code.
 *
 * <p>In the future that is generated for an {@link AsyncFn @AsyncFn} method, each {@code await} is a point of suspension, like Rust's
 * {@code .await}. Everywhere else, and when the method is called directly, the methods here run: they park the calling thread until
 * there is an outcome, and refuse to do so on an executor's thread.
 *
 * <p>A value that is both a {@link Future} and a {@link CompletionStage} can be awaited as either: cast it to say which.
 */
public final class Async {
    private Async() {}

    /**
     * Awaits a future.
     *
     * @param <T> the type of the value
     * @param future the future to wait for
     * @return its value, which may be null
     * @throws IllegalStateException as {@link #blockOn(Future)}, which also describes all other exceptions
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> T await(Future<T> future) {
        return blockOn(future);
    }

    /**
     * Awaits a future that may fail with {@code E}.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that it may fail with
     * @param future the future to wait for
     * @return its value, which may be null
     * @throws E if the future does
     * @throws IllegalStateException as {@link #blockOn(Future)}
     */
    @SuppressWarnings("overloads") // newer javacs warn here
    public static <T, E extends Exception> T await(TryFuture<T, E> future) throws E {
        return blockOn(future);
    }

    /**
     * Awaits a stage, such as a {@link java.util.concurrent.CompletableFuture}.
     *
     * @param <T> the type of the value
     * @param stage the stage to wait for
     * @return its value, which may be null. The failure of the stage is thrown unchanged, checked or not, without the
     *     {@link java.util.concurrent.CompletionException} around it
     * @throws IllegalStateException as {@link #blockOn(Future)}
     */
    public static <T> T await(CompletionStage<T> stage) {
        return blockOn(Future.<T>from(stage));
    }

    /**
     * Awaits a stage that may fail with {@code E}.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that it may fail with
     * @param stage the stage to wait for
     * @param failure names {@code E}, so that it can be caught; a failure of another type is thrown nevertheless
     * @return its value, which may be null
     * @throws E if the stage failed with it
     * @throws IllegalStateException as {@link #blockOn(Future)}
     */
    public static <T, E extends Exception> T await(CompletionStage<T> stage, Class<E> failure) throws E {
        return blockOn(TryFuture.<T, E>from(stage, failure));
    }

    /**
     * Marks the direct call of an async fn as awaited: {@code await(getUser(3))}. When this method itself runs, the call has already
     * returned, after blocking, so there is nothing left to do.
     *
     * <p>If the return type of the async fn is inferred from where the call stands, {@code await(...)} is ambiguous: write the call alone.
     *
     * @param <T> the type of the value
     * @param value what the call returned, which may be null
     * @return {@code value}
     */
    public static <T> T await(T value) {
        return value;
    }

    /**
     * An async block: a future of a lambda's body, which may await. Rust's {@code async move { }}.
     *
     * <pre>{@code
     * TryFuture<User, IOException> user = async(() -> await(readUser(id))); // nothing has run yet
     * TryFuture<Cart, IOException> cart = async(() -> await(readCart(id)));
     * var both = await(Futures.join(user, cart));
     * }</pre>
     *
     * <p>In an async fn, the lambda that stands as the argument is lowered as the body of an async fn is: the awaits in it suspend the
     * block. {@code return} leaves the block. What it captures are the values of the moment in which the block is created. A reference to
     * an async fn, {@code async(repo::load)}, is the lambda that calls it; what stands before the {@code ::} is evaluated, and must not be
     * null, where the reference stands (JLS 15.13.3). It is not lowered if it awaits, calls an async fn, or is {@code super}.
     *
     * <p>Everywhere else, and when the async fn is called directly, the method itself runs: it makes a future that runs the lambda in its
     * first poll, where each await blocks, and refuses to do so on an executor's thread.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that the block may throw; {@link RuntimeException} if there is none
     * @param block the block
     * @return its future, which has not run yet; it must be driven by one thread at a time
     */
    public static <T, E extends Exception> TryFuture<T, E> async(AsyncBlock<T, E> block) {
        return new BlockFuture<>(block);
    }

    /**
     * As {@link #async(AsyncBlock)}, for a block without a value.
     *
     * @param <E> the checked exception that the block may throw; {@link RuntimeException} if there is none
     * @param block the block
     * @return its future, which has not run yet; its value is null
     */
    public static <E extends Exception> TryFuture<Void, E> async(AsyncAction<E> block) {
        Objects.requireNonNull(block, "block");
        return new BlockFuture<>(() -> {
            block.run();
            return null;
        });
    }

    /**
     * Polls a future on the calling thread until it completes, and parks the thread between polls. Rust's {@code block_on}.
     *
     * <p>An interrupt does not end the wait, because the future takes no notice of it; the thread's interrupt status is set again on
     * return. Unparks that are meant for other code do no harm. A {@code blockOn} inside a poll of another {@code blockOn} is allowed;
     * the outer future makes no progress in the meantime. Each poll has a {@linkplain Context#DEFAULT_BUDGET budget}, like that of a task,
     * to be fair to the futures that {@code future} may drive concurrently.
     *
     * @param <T> the type of the value
     * @param future the future to wait for
     * @return the value, which may be null. An exception of a poll is thrown unchanged, checked or not; only its stack trace is
     *     {@linkplain Traced#restore restored}
     * @throws IllegalStateException if the calling thread is marked as an executor's: see {@link Enter}; or if something else drives the
     *     future: see {@link OwnedFuture}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> T blockOn(Future<T> future) {
        Objects.requireNonNull(future, "future");
        Enter.checkMayBlock("blockOn");
        OwnedFuture.claim(future, Thread.currentThread());
        ThreadParker parker = new ThreadParker();
        Waker waker = Waker.from(parker);
        boolean interrupted = false;
        try {
            for (; ; ) {
                Poll<T> poll = future.poll(Context.withBudget(waker, Context.DEFAULT_BUDGET));
                if (Objects.requireNonNull(poll, "poll returned null") instanceof Poll.Ready<T> ready) {
                    return ready.value();
                }
                interrupted |= parker.park();
            }
        } catch (Throwable failure) {
            Traced.restore(failure, future);
            throw Sneaky.asIs(failure);
        } finally {
            parker.retire();
            OwnedFuture.disclaim(future, Thread.currentThread());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * As {@link #blockOn(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that it may fail with
     * @param future the future to wait for
     * @return the value, which may be null
     * @throws E if a poll does
     * @throws IllegalStateException if the calling thread is marked as an executor's: see {@link Enter}
     */
    @SuppressWarnings("overloads") // newer javacs warn here
    public static <T, E extends Exception> T blockOn(TryFuture<T, E> future) throws E {
        return blockOn((Future<T>) future);
    }
}
