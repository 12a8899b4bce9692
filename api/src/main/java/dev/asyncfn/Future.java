package dev.asyncfn;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * A computation that may not have finished yet, and that does nothing unless it is polled: Rust's {@code Future}. It is
 * unrelated to {@link java.util.concurrent.Future}, which is a handle to something that runs by itself.
 *
 * <p>A future is driven by one thread at a time. The code that polls it must ensure this, and also the memory effects of handing it
 * to another thread; every executor of the runtime does. Rust needs {@code Pin} because a future that has been polled must not be
 * moved; a Java object keeps its identity, so nothing like it is needed here.
 *
 * @param <T> the type of the value
 * @see TryFuture
 */
@FunctionalInterface
public interface Future<T> {
    /**
     * Runs as far as possible without blocking.
     *
     * <p>If the result is {@link Poll.Pending}, the future has arranged that the waker of {@code cx} is woken once it is worth
     * polling again; wakers of earlier polls need not be woken any more. It may also be polled earlier. A future that has
     * completed or thrown must not be polled again: it may throw {@link IllegalStateException}, where a Rust future may panic.
     *
     * @param cx the context of this poll; it must not be used after the poll returns, but clones of its waker may
     * @return ready with the value, or pending; never null
     * @throws Exception the failure of the computation, which ends the future
     */
    Poll<T> poll(Context cx) throws Exception;

    /**
     * Gives up a future that will not be polled again: it lets go of its waker, stops what it started, and drops the futures that
     * it owns. Rust's {@code Drop}, which must be called here, because Java has no destructors.
     *
     * <p>It is called by the code that drives the future, never during a poll. It is idempotent, and has no effect on a future that has
     * completed or thrown, which has already released everything. By default it does nothing.
     */
    default void drop() {}

    /**
     * Gives up a future as {@link #drop()} does, but lets its cleanup wait: an async fn runs its {@code finally} blocks to the end, and is
     * pending where they await. Rust has nothing like it; proposals there call it async drop.
     *
     * <p>The code that drives the future calls this again, as it would {@link #poll}, until it is ready, and in the meantime calls nothing
     * else but {@link #drop()}, which hurries: what is left of the cleanup then gets no more time. The future has ended when this is ready
     * or has thrown. It has no effect on a future that has ended already.
     *
     * <p>By default this is {@link #drop()}, ready at once. A future that owns others passes it on to them.
     *
     * @param cx the context of this call, as for {@link #poll}
     * @return ready with null once everything is released, or pending; never null
     * @throws Exception a failure of the cleanup: the first one, with the later ones suppressed in it
     */
    default Poll<Void> pollDrop(Context cx) throws Exception {
        drop();
        return Poll.ready(null);
    }

    /**
     * What becomes of the value of this future if the code that has taken it can no longer hand it on. To be asked right after the poll
     * that was ready, by an owner that keeps the value. By default, {@link Undelivered#close()}.
     *
     * <p>A future whose value has other owners returns {@link Undelivered#keep()}; one that passes on the value of another returns what
     * that one does; one whose value is made of several releases each.
     *
     * @return how to release the value
     */
    default Undelivered<? super T> undelivered() {
        return Undelivered.close();
    }

    /**
     * A future that is ready at its first poll. Rust's {@code std::future::ready}. It spends a unit of the context's
     * {@linkplain Context#proceed() budget}, so that a loop over ready futures still yields. The poll hands the value over, as that of any
     * other future; before, it belongs to the caller of this method, and dropping the future does not release it.
     *
     * @param <T> the type of the value
     * @param value the value, which may be null
     * @return a new future
     */
    static <T> Future<T> ready(T value) {
        Poll<T> ready = Poll.ready(value);
        return (RepeatableFuture<T>) cx -> cx.proceed() ? ready : Poll.pending();
    }

    /**
     * A future whose polls throw {@code failure} unchanged, whatever its type. From the second time on it counts as {@linkplain SharedFailure shared}.
     *
     * @param <T> the type of the value
     * @param failure the exception to throw
     * @return a new future
     */
    static <T> Future<T> failed(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        return (RepeatableFuture<T>) cx -> {
            SharedFailure.thrown(failure);
            throw Sneaky.asIs(failure);
        };
    }

    /**
     * A future that is never ready. Rust's {@code std::future::pending}.
     *
     * @param <T> the type of the value
     * @return a new future
     */
    static <T> Future<T> pending() {
        return (RepeatableFuture<T>) cx -> Poll.pending();
    }

    /**
     * A future of the outcome of {@code stage}. Rust's {@code IntoFuture}. The stage is not touched before the first poll. If it has
     * completed by then, the future is ready at once; otherwise the thread that completes it wakes the newest waker.
     *
     * <p>A poll throws the failure of the stage unchanged, without the {@link java.util.concurrent.CompletionException} or
     * {@link java.util.concurrent.ExecutionException} around it. Its stack trace then also shows where it was awaited, since it was
     * made on another thread. Polling again after completion gives the same outcome.
     *
     * <p>The future owns the stage: dropping it {@linkplain java.util.concurrent.CompletableFuture#cancel cancels} a stage that is a
     * {@code CompletableFuture} and can be cancelled, as in Kotlin; so a timeout ends the request of an HTTP client. If the stage has
     * completed by then, the value that no poll has returned is {@linkplain Undelivered#close() closed or dropped}, where it can be. If other
     * code needs the stage as well, use {@link #fromShared}.
     *
     * @param <T> the type of the value
     * @param stage the stage to wait for
     * @return a new future
     */
    static <T> Future<T> from(CompletionStage<? extends T> stage) {
        return new StageFuture<T, Exception>(stage, true);
    }

    /**
     * As {@link #from}, for a stage that other code shares, such as a signal that many tasks wait for: dropping the future does not
     * cancel it, a value that is {@linkplain #undelivered() undelivered} is kept, and the failure is a {@link SharedFailure}.
     *
     * <p>All futures of a stage share one callback, so a stage that lives long does not collect those of futures that were dropped.
     *
     * @param <T> the type of the value
     * @param stage the stage to wait for
     * @return a new future
     */
    static <T> Future<T> fromShared(CompletionStage<? extends T> stage) {
        return new StageFuture<T, Exception>(stage, false);
    }
}
