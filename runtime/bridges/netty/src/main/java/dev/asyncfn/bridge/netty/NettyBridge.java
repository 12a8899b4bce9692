package dev.asyncfn.bridge.netty;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.interop.Interop;
import io.netty.util.concurrent.EventExecutor;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Netty's futures as ours, and back, and its event loops as executors.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.netty.NettyBridge.await;
 *
 * ThreadPool onLoop = ThreadPool.on(NettyBridge.inline(channel.eventLoop()));
 *
 * @AsyncFn
 * void answer(Channel channel, Request request) {
 *     await(channel.writeAndFlush(await(handler.handle(request))));
 * }
 * }</pre>
 *
 * <p>A future of Netty runs already when it is there, so that only its outcome is waited for.
 */
public final class NettyBridge {
    private NettyBridge() {}

    /**
     * Awaits a future of Netty, such as a {@code ChannelFuture}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param netty the future to wait for
     * @return its value, which may be null. Its failure is thrown unchanged
     * @throws IllegalStateException if the calling thread must not block, as that of an event loop, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(io.netty.util.concurrent.Future<T> netty) {
        return Async.await(future(netty));
    }

    /**
     * A future of the outcome of {@code netty}. It throws the failure unchanged, and a {@link CancellationException} if it is cancelled.
     *
     * @param <T> the type of the value
     * @param netty belongs to the result, which cancels it when dropped, if it can be cancelled
     * @return a new future
     */
    public static <T> Future<T> future(io.netty.util.concurrent.Future<T> netty) {
        return Future.from(new ListenedStage<>(netty));
    }

    /**
     * Spawns {@code future}, and gives its outcome as a future of Netty. Cancelling that {@linkplain JoinHandle#abort() aborts} the task, so
     * {@code finally} blocks run to their end; if the task is aborted otherwise, the result is cancelled.
     *
     * @param <T> the type of the value
     * @param future belongs to the task from now on
     * @param spawner called once, by the calling thread
     * @param notifier runs the listeners of the result
     * @return a new future, whose value may be null
     */
    public static <T> io.netty.util.concurrent.Future<T> promise(
            Future<T> future, Spawner spawner, EventExecutor notifier) {
        var promise = notifier.<T>newPromise();
        CompletableFuture<T> task = Interop.toCompletableFuture(future, spawner);
        promise.addListener(done -> {
            if (done.isCancelled()) {
                task.cancel(true);
            }
        });
        task.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException && task.isCancelled()) {
                promise.cancel(false);
            } else if (failure != null) {
                promise.tryFailure(failure);
            } else if (!promise.trySuccess(value)) {
                release(future.undelivered(), value);
            }
        });
        return promise;
    }

    /** The promise was cancelled, and its listeners have not told the task yet. */
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
     * An executor that runs a command at once where the calling thread is that of {@code loop}, and submits it to the loop elsewhere. On it, a
     * {@link dev.asyncfn.executor.ThreadPool#on ThreadPool} polls all tasks on that thread, and a task that is woken there goes on at once,
     * without another turn of the loop; one that is woken by a poll goes on after that poll.
     *
     * @param loop an event loop, or another executor of one thread
     * @return an executor that any thread may use; it rejects what the loop rejects
     */
    public static Executor inline(EventExecutor loop) {
        Objects.requireNonNull(loop, "loop");
        return command -> {
            if (loop.inEventLoop()) {
                command.run();
            } else {
                loop.execute(command);
            }
        };
    }
}
