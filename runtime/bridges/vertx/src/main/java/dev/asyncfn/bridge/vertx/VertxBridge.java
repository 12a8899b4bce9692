package dev.asyncfn.bridge.vertx;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.interop.Interop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The futures of Vert.x as ours, and back, and its contexts as executors.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.vertx.VertxBridge.await;
 *
 * ThreadPool onContext = ThreadPool.on(VertxBridge.inline(vertx.getOrCreateContext()));
 *
 * @AsyncFn
 * void answer(RoutingContext request) {
 *     await(request.response().end(await(users.name(request.pathParam("id")))));
 * }
 * }</pre>
 *
 * <p>A future of Vert.x runs already when it is there, and cannot be cancelled: dropping ours stops waiting for it, and no more.
 */
public final class VertxBridge {
    private VertxBridge() {}

    /**
     * Awaits a future of Vert.x: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param vertx the future to wait for
     * @return its value, which may be null. Its failure is thrown unchanged
     * @throws IllegalStateException if the calling thread must not block, as that of an event loop, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(io.vertx.core.Future<T> vertx) {
        return Async.await(future(vertx));
    }

    /**
     * A future of the outcome of {@code vertx}. It throws the failure unchanged.
     *
     * @param <T> the type of the value
     * @param vertx shared: the result has no effect on it
     * @return a new future
     */
    public static <T> Future<T> future(io.vertx.core.Future<T> vertx) {
        return Future.fromShared(vertx.toCompletionStage());
    }

    /**
     * Spawns {@code future}, and gives its outcome as a future of Vert.x. If the task is aborted, that fails with a
     * {@code CancellationException}.
     *
     * @param <T> the type of the value
     * @param future belongs to the task from now on
     * @param spawner called once, by the calling thread
     * @param context runs the handlers of the result
     * @return a new future, whose value may be null
     */
    public static <T> io.vertx.core.Future<T> vertx(Future<T> future, Spawner spawner, Context context) {
        return io.vertx.core.Future.fromCompletionStage(Interop.toCompletableFuture(future, spawner), context);
    }

    /**
     * An executor that runs a command at once where {@code context} is the current one, and submits it to the context elsewhere. On it, a
     * {@link dev.asyncfn.executor.ThreadPool#on ThreadPool} polls all tasks in that context, and a task that is woken there goes on at once,
     * without another turn of the event loop; one that is woken by a poll goes on after that poll.
     *
     * @param context usually of an event loop; tasks of one that has several threads may run on any of them
     * @return an executor that any thread may use
     */
    public static Executor inline(Context context) {
        Objects.requireNonNull(context, "context");
        return command -> {
            if (Vertx.currentContext() == context) {
                command.run();
            } else {
                context.runOnContext(nothing -> command.run());
            }
        };
    }
}
