package dev.asyncfn.bridge.rxjava;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Futures;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableEmitter;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeEmitter;
import io.reactivex.rxjava3.core.Single;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.reactivestreams.FlowAdapters;

/**
 * {@code Single}, {@code Maybe}, {@code Completable} and {@code Flowable} as futures and streams, and back.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.rxjava.RxJavaBridge.await;
 * }</pre>
 *
 * <p>Both sides are lazy: a {@code Single} is subscribed to in the first poll of its future, and a future is made when its {@code Maybe} is
 * subscribed to. Dropping a future disposes of the subscription, and disposing of a subscription aborts the task that polls the future.
 */
public final class RxJavaBridge {
    private RxJavaBridge() {}

    // ---- to await

    /**
     * Awaits a {@code Single}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param single subscribed to now
     * @return its value. Its failure is thrown unchanged
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(Single<T> single) {
        return Async.await(future(single));
    }

    /**
     * Awaits a {@code Maybe}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param maybe subscribed to now
     * @return its value; null if it is empty. Its failure is thrown unchanged
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(Maybe<T> maybe) {
        return Async.await(future(maybe));
    }

    /**
     * Awaits a {@code Completable}: in an async fn, a point of suspension. Its failure is thrown unchanged.
     *
     * @param completable subscribed to now
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static void await(Completable completable) {
        Async.await(future(completable));
    }

    // ---- to futures and streams

    /**
     * A future of the value of {@code single}. It throws the failure unchanged.
     *
     * @param <T> the type of the value
     * @param single subscribed to in the first poll
     * @return a new future. Dropping it disposes of the subscription
     */
    public static <T> Future<T> future(Single<T> single) {
        return subscribed(Objects.requireNonNull(single, "single")::toCompletionStage);
    }

    /**
     * A future of the value of {@code maybe}. It throws the failure unchanged.
     *
     * @param <T> the type of the value
     * @param maybe subscribed to in the first poll
     * @return a new future, whose value is null if the {@code Maybe} is empty. Dropping it disposes of the subscription
     */
    public static <T> Future<T> future(Maybe<T> maybe) {
        Objects.requireNonNull(maybe, "maybe");
        return subscribed(() -> maybe.toCompletionStage(null));
    }

    /**
     * A future that is ready once {@code completable} is complete. It throws the failure unchanged.
     *
     * @param completable subscribed to in the first poll
     * @return a new future, whose value is null. Dropping it disposes of the subscription
     */
    public static Future<Void> future(Completable completable) {
        Objects.requireNonNull(completable, "completable");
        return subscribed(() -> completable.toCompletionStage(null));
    }

    /** RxJava's own stages dispose of the subscription when they are cancelled. */
    private static <T> Future<T> subscribed(Callable<CompletionStage<T>> subscribe) {
        return Futures.andThen(Futures.<CompletionStage<T>>lazy(subscribe), Future::from);
    }

    /**
     * A stream of the items of {@code flowable}, which requests each when it is asked for.
     *
     * @param <T> the type of the items
     * @param flowable subscribed to in the first poll
     * @return a new stream. Dropping it cancels the subscription
     */
    public static <T> Stream<T> stream(Flowable<T> flowable) {
        return Streams.fromPublisher(FlowAdapters.toFlowPublisher(flowable));
    }

    // ---- from futures and streams

    /**
     * A {@code Maybe} of futures: each subscription makes one, and has a task poll it. It is empty where the value is null, and signals an
     * exception of the future unchanged. Disposing of the subscription {@linkplain JoinHandle#abort() aborts} the task, so {@code finally}
     * blocks run to their end.
     *
     * @param <T> the type of the value
     * @param futures called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Maybe} that any thread may subscribe to, any number of times
     */
    public static <T> Maybe<T> maybe(Supplier<? extends Future<T>> futures, Spawner spawner) {
        Objects.requireNonNull(futures, "futures");
        Objects.requireNonNull(spawner, "spawner");
        return Maybe.create(emitter -> emit(futures.get(), spawner, emitter));
    }

    private static <T> void emit(Future<T> future, Spawner spawner, MaybeEmitter<T> emitter) {
        CompletableFuture<T> task = Interop.toCompletableFuture(future, spawner);
        emitter.setCancellable(() -> task.cancel(true));
        task.whenComplete((value, failure) -> {
            if (failure != null) {
                emitter.tryOnError(failure); // false if it was disposed of, which has cancelled the task
            } else if (value == null) {
                emitter.onComplete();
            } else if (emitter.isDisposed()) {
                release(future.undelivered(), value);
            } else {
                emitter.onSuccess(value);
            }
        });
    }

    /** The subscriber was gone before there was a task to abort. */
    private static <T> void release(Undelivered<? super T> how, T value) {
        try {
            how.release(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a value that nobody has taken could not be released", e);
        }
    }

    /**
     * As {@link #maybe}, for futures whose value is never null.
     *
     * @param <T> the type of the value
     * @param futures called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Single}, which signals a {@code NoSuchElementException} if a value is null nevertheless
     */
    public static <T> Single<T> single(Supplier<? extends Future<T>> futures, Spawner spawner) {
        return maybe(futures, spawner).toSingle();
    }

    /**
     * As {@link #maybe}, for futures whose value does not matter: it is {@linkplain Undelivered released}.
     *
     * @param <T> the type of the value
     * @param futures called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Completable}
     */
    public static <T> Completable completable(Supplier<? extends Future<T>> futures, Spawner spawner) {
        Objects.requireNonNull(futures, "futures");
        Objects.requireNonNull(spawner, "spawner");
        return Completable.create(emitter -> complete(futures.get(), spawner, emitter));
    }

    private static <T> void complete(Future<T> future, Spawner spawner, CompletableEmitter emitter) {
        CompletableFuture<T> task = Interop.toCompletableFuture(future, spawner);
        emitter.setCancellable(() -> task.cancel(true));
        task.thenAccept(value -> release(future.undelivered(), value)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                emitter.tryOnError(cause(failure));
            } else {
                emitter.onComplete();
            }
        });
    }

    /** A stage that depends on another has its failure wrapped. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /**
     * A {@code Flowable} of streams: each subscription makes one, and has a task poll it while there is demand. Cancelling the subscription
     * drops the stream.
     *
     * @param <T> the type of the items, of which none may be null
     * @param streams called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Flowable} that any thread may subscribe to, any number of times
     */
    public static <T> Flowable<T> flowable(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        return Flowable.fromPublisher(FlowAdapters.toPublisher(Streams.<T>toPublisher(streams, spawner)));
    }
}
