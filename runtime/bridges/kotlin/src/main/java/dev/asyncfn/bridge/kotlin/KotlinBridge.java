package dev.asyncfn.bridge.kotlin;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.Objects;
import java.util.concurrent.Callable;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.flow.Flow;

/**
 * Kotlin's suspend functions and {@code Deferred} as futures, and its flows as streams.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.kotlin.KotlinBridge.await;
 *
 * @AsyncFn
 * String greeting(int id) {
 *     User user = await(KotlinBridge.call(continuation -> users.load(id, continuation))); // suspend fun load(id: Int): User
 *     return "Hello " + user.getName();
 * }
 * }</pre>
 *
 * <p>The other way is an extension function of Kotlin, {@code dev.asyncfn.bridge.kotlin.await}: {@code UsersAsync.greeting(3).await()} in a
 * suspend function polls the future in the coroutine that calls it. So is {@code asFlow()}, for a stream.
 */
public final class KotlinBridge {
    /**
     * The context in which {@link #call(Function1)} starts its coroutine. A future that a coroutine awaits has it bound to that of the
     * coroutine, so that the dispatcher and all other elements but the job are the same on both sides. Where nothing is bound, it is the
     * empty context, whose dispatcher is {@code Dispatchers.Default}.
     */
    public static final TaskLocal<CoroutineContext> CONTEXT = TaskLocal.of("Kotlin's context");

    private KotlinBridge() {}

    /**
     * Awaits a {@code Deferred}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param deferred the coroutine to wait for
     * @return its value, which may be null. Its failure is thrown unchanged
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(Deferred<T> deferred) {
        return Async.await(future(deferred));
    }

    /**
     * A future of the outcome of {@code deferred}. It throws the failure unchanged, and a {@code CancellationException} if it is cancelled.
     *
     * @param <T> the type of the value
     * @param deferred belongs to the result, which cancels it when dropped; {@link Future#pollDrop} also waits until it has ended. One that
     *     is lazy is started in the first poll
     * @return a new future
     */
    public static <T> Future<T> future(Deferred<T> deferred) {
        return new DeferredFuture<>(deferred);
    }

    /**
     * A stream of the items of {@code flow}, which must not be null. It throws the failure of the flow unchanged.
     *
     * @param <T> the type of the items
     * @param flow collected from the first poll on, by a coroutine with the {@linkplain #CONTEXT context} that is bound there. There is no
     *     buffer: {@code emit} returns when the next item is requested
     * @return a new stream. Dropping it cancels the coroutine, and {@link Stream#pollDrop} also waits until its {@code finally} blocks have
     *     run; an item that comes nevertheless is closed if it is {@code AutoCloseable}
     */
    public static <T> Stream<T> stream(Flow<? extends T> flow) {
        return Streams.pollFn(new FlowStream<T>(Objects.requireNonNull(flow, "flow")));
    }

    /**
     * A future that calls a suspend function, in the {@linkplain #CONTEXT context} that is bound where it is polled first.
     *
     * @param <T> the type of the value
     * @param suspending passes its argument on to the suspend function as the last one, and returns what that returns
     * @return a new future, as that of {@link #call(CoroutineContext, Function1)}
     */
    public static <T> Future<T> call(Function1<? super Continuation<T>, ?> suspending) {
        Objects.requireNonNull(suspending, "suspending");
        return called(() -> started(CONTEXT.orElse(EmptyCoroutineContext.INSTANCE), suspending));
    }

    /**
     * A future that calls a suspend function.
     *
     * @param <T> the type of the value
     * @param context the context of the coroutine, without its job: the future alone owns the coroutine, and gets its failure
     * @param suspending passes its argument on to the suspend function as the last one, and returns what that returns
     * @return a new future, which starts a coroutine in its first poll. Dropping it cancels the coroutine, and {@link Future#pollDrop} also
     *     waits until its {@code finally} blocks have run
     */
    public static <T> Future<T> call(CoroutineContext context, Function1<? super Continuation<T>, ?> suspending) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(suspending, "suspending");
        return called(() -> started(context, suspending));
    }

    private static <T> Future<T> called(Callable<Deferred<T>> start) {
        return Futures.andThen(Futures.lazy(start), KotlinBridge::future);
    }

    @SuppressWarnings("unchecked") // what resumes it gives it a T
    private static <T> Deferred<T> started(CoroutineContext context, Function1<? super Continuation<T>, ?> suspending) {
        return BuildersKt.async(
                GlobalScope.INSTANCE,
                context.minusKey(Job.Key),
                CoroutineStart.DEFAULT,
                (scope, continuation) -> suspending.invoke((Continuation<T>) continuation));
    }
}
