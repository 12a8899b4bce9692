package dev.asyncfn.bridge.guava;

import com.google.common.util.concurrent.ListenableFuture;
import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.interop.Interop;

/**
 * Guava's {@code ListenableFuture} as a future, and back.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.guava.GuavaBridge.await;
 * }</pre>
 *
 * <p>A {@code ListenableFuture} runs already when it is there, so that only its outcome is waited for.
 */
public final class GuavaBridge {
    private GuavaBridge() {}

    /**
     * Awaits a {@code ListenableFuture}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param listenable the future to wait for
     * @return its value, which may be null. Its failure is thrown unchanged, without the {@code ExecutionException} around it
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(ListenableFuture<T> listenable) {
        return Async.await(future(listenable));
    }

    /**
     * A future of the outcome of {@code listenable}. It throws the failure unchanged, and a {@code CancellationException} if it is cancelled.
     *
     * @param <T> the type of the value
     * @param listenable belongs to the result, which cancels it when dropped
     * @return a new future
     */
    public static <T> Future<T> future(ListenableFuture<T> listenable) {
        return Future.from(new ListenedStage<>(listenable));
    }

    /**
     * Spawns {@code future}, and gives its outcome as a {@code ListenableFuture}. Cancelling that {@linkplain JoinHandle#abort() aborts} the
     * task, so {@code finally} blocks run to their end; if the task is aborted otherwise, the result is cancelled.
     *
     * @param <T> the type of the value
     * @param future belongs to the task from now on
     * @param spawner called once, by the calling thread
     * @return a new {@code ListenableFuture}, whose value may be null; its listeners run on the thread that completes it, unless they have
     *     an executor
     */
    public static <T> ListenableFuture<T> listenable(Future<T> future, Spawner spawner) {
        return new SpawnedListenable<>(Interop.toCompletableFuture(future, spawner), future::undelivered);
    }
}
