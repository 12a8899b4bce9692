package dev.asyncfn.interop;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
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
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down
     */
    public static <T> CompletableFuture<T> toCompletableFuture(Future<T> future, Spawner spawner) {
        SpawnedStage<T> result = new SpawnedStage<>(spawner.spawn(future));
        result.start();
        return result;
    }

    /**
     * A stream of the items of {@code publisher}, which requests each when it is asked for.
     *
     * @see Streams#fromPublisher(Flow.Publisher)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
        return Streams.fromPublisher(publisher);
    }

    /**
     * A stream of the items of {@code publisher}, which requests up to {@code prefetch} of them before they are asked for.
     *
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     * @see Streams#fromPublisher(Flow.Publisher, int)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher, int prefetch) {
        return Streams.fromPublisher(publisher, prefetch);
    }

    /**
     * A publisher of {@code stream} for one subscriber, polled by a task while there is demand.
     *
     * @see Streams#toPublisher(Stream, Spawner)
     */
    public static <T> Flow.Publisher<T> toPublisher(Stream<? extends T> stream, Spawner spawner) {
        return Streams.toPublisher(stream, spawner);
    }

    /**
     * A publisher that makes a stream for each subscriber, polled by a task while there is demand.
     *
     * @see Streams#toPublisher(Supplier, Spawner)
     */
    public static <T> Flow.Publisher<T> toPublisher(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        return Streams.toPublisher(streams, spawner);
    }
}
