package dev.asyncfn.interop;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** From the JDK's futures to ours and back. */
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
     * Spawns {@code future}, and gives its outcome as a {@link CompletableFuture}.
     *
     * <p>What the future throws completes the result exceptionally, as it is. If the task is aborted, as when its executor is closed, the
     * result is cancelled. The other way round, completing the result by any means, such as {@code cancel} or {@code orTimeout}, aborts
     * the task. The stages that depend on the result are run by the thread that completes it: give them an executor if they take long.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down
     */
    public static <T> CompletableFuture<T> toCompletableFuture(Future<T> future, Spawner spawner) {
        SpawnedStage<T> result = new SpawnedStage<>(spawner.spawn(future));
        result.start();
        return result;
    }
}
