package dev.asyncfn.interop;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Converts the JDK's stages and publishers to futures and streams, and back. */
public final class Interop {
    private Interop() {}

    /**
     * A future of the outcome of {@code stage}.
     *
     * @param <T> the type of the value
     * @param stage belongs to the result, which cancels it when dropped, if it can be cancelled
     * @return a new future, which does not touch the stage before its first poll
     * @see Future#from(CompletionStage)
     */
    public static <T> Future<T> fromStage(CompletionStage<? extends T> stage) {
        return Future.from(stage);
    }

    /**
     * Spawns {@code future}, and returns its outcome as a {@link CompletableFuture}.
     *
     * <p>An exception of the future completes the result exceptionally, unchanged. If the task is aborted, as when its executor is closed, the
     * result is cancelled. Conversely, completing the result in any other way, such as {@code cancel} or {@code orTimeout}, aborts the task;
     * if the task fails nevertheless, the executor's {@link dev.asyncfn.executor.UncaughtTaskHandler} is notified, and if it has a value,
     * that is {@linkplain dev.asyncfn.Undelivered released}. Dependent stages run on
     * the thread that completes the result: give them an executor if they take long.
     *
     * @param <T> the type of the value
     * @param future belongs to the task from now on
     * @param spawner called once, by the calling thread
     * @return a new {@link CompletableFuture}, whose value may be null
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down
     */
    public static <T> CompletableFuture<T> toCompletableFuture(Future<T> future, Spawner spawner) {
        SpawnedStage<T> result =
                new SpawnedStage<>(Objects.requireNonNull(spawner.spawn(future), "the spawner returned null"));
        result.start();
        return result;
    }

    /**
     * A stream of the items of {@code publisher}, which requests each when it is asked for.
     *
     * @param <T> the type of the items
     * @param publisher subscribed to at the first poll, and not before
     * @return a new stream, which cancels the subscription when it is dropped
     * @see Streams#fromPublisher(Flow.Publisher)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
        return Streams.fromPublisher(publisher);
    }

    /**
     * A stream of the items of {@code publisher}, which requests up to {@code prefetch} of them before they are asked for.
     *
     * @param <T> the type of the items
     * @param publisher subscribed to at the first poll, and not before; it may signal on any thread
     * @param prefetch how many items may be queued
     * @return a new stream, which cancels the subscription when it is dropped
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     * @see Streams#fromPublisher(Flow.Publisher, int)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher, int prefetch) {
        return Streams.fromPublisher(publisher, prefetch);
    }

    /**
     * A publisher of {@code stream} for one subscriber, polled by a task while there is demand.
     *
     * @param <T> the type of the items
     * @param stream belongs to the publisher, and to the task once there is a subscriber; not touched before
     * @param spawner called by the thread that subscribes
     * @return a publisher that any thread may use
     * @see Streams#toPublisher(Stream, Spawner)
     */
    public static <T> Flow.Publisher<T> toPublisher(Stream<? extends T> stream, Spawner spawner) {
        return Streams.toPublisher(stream, spawner);
    }

    /**
     * A publisher that makes a stream for each subscriber, polled by a task while there is demand.
     *
     * @param <T> the type of the items
     * @param streams called for each subscriber, which receives its exceptions; must not return null
     * @param spawner called by the thread that subscribes
     * @return a publisher that any thread may use. It calls {@code streams} for several subscribers at once if they subscribe at once
     * @see Streams#toPublisher(Supplier, Spawner)
     */
    public static <T> Flow.Publisher<T> toPublisher(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        return Streams.toPublisher(streams, spawner);
    }
}
