package dev.asyncfn.bridge.reactor;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * {@code Mono} and {@code Flux} as futures and streams, and back.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.reactor.ReactorBridge.await;
 *
 * @AsyncFn
 * String name(int id) {
 *     return await(users.findById(id)).name(); // a Mono<User>
 * }
 * }</pre>
 *
 * <p>Both sides are lazy: a {@code Mono} is subscribed to in the first poll of its future, and a future is made when its {@code Mono} is
 * subscribed to. Cancellation crosses the bridge too: dropping a future cancels the subscription, and cancelling a subscription aborts the
 * task that polls the future. So does the context: see {@link #CONTEXT}.
 */
public final class ReactorBridge {
    /**
     * Reactor's context of the present task. It is bound in the futures and streams of which this class makes publishers: to the context of
     * their subscriber. Where it is bound, or {@linkplain TaskLocal#where bound by hand}, subscriptions of this class have it:
     *
     * <pre>{@code
     * await(ReactorBridge.CONTEXT.where(Context.of("trace", id), HandlersAsync.handle(request)));
     * }</pre>
     */
    public static final TaskLocal<ContextView> CONTEXT = TaskLocal.of("Reactor's context");

    private ReactorBridge() {}

    /**
     * Awaits a {@code Mono}: in an async fn, a point of suspension.
     *
     * @param <T> the type of the value
     * @param mono subscribed to now
     * @return its value; null if it is empty
     * @throws IllegalStateException if the calling thread must not block, where this is not suspended
     */
    @AwaitVia("future")
    public static <T> T await(Mono<T> mono) {
        return Async.await(future(mono));
    }

    /**
     * A future of the value of {@code mono}. It throws the failure unchanged.
     *
     * @param <T> the type of the value
     * @param mono subscribed to in the first poll, with the {@linkplain #CONTEXT context} that is bound there
     * @return a new future, whose value is null if the {@code Mono} is empty. Dropping it cancels the subscription; a value that comes
     *     nevertheless is closed if it is {@code AutoCloseable}
     */
    public static <T> Future<T> future(Mono<T> mono) {
        return new MonoFuture<>(Objects.requireNonNull(mono, "mono"), Undelivered.close());
    }

    /**
     * As {@link #future(Mono)}, for a value that somebody must give back, such as a connection of a pool:
     *
     * <pre>{@code
     * Connection connection = await(ReactorBridge.future(pool.create(), late -> Mono.from(late.close()).subscribe()));
     * }</pre>
     *
     * @param <T> the type of the value
     * @param mono subscribed to in the first poll, with the {@linkplain #CONTEXT context} that is bound there
     * @param hook called with a value that nobody takes: one that is there, or still comes, when the future is dropped. Called by the
     *     thread that drops the future, or by that which signals the value
     * @return a new future, whose value is null if the {@code Mono} is empty. Dropping it cancels the subscription
     */
    public static <T> Future<T> future(Mono<T> mono, Consumer<? super T> hook) {
        Objects.requireNonNull(hook, "hook");
        return new MonoFuture<T>(Objects.requireNonNull(mono, "mono"), hook::accept);
    }

    /**
     * A stream of the items of {@code flux}, which requests each when it is asked for.
     *
     * @param <T> the type of the items
     * @param flux subscribed to in the first poll, with the {@linkplain #CONTEXT context} that is bound there
     * @return a new stream. Dropping it cancels the subscription
     */
    public static <T> Stream<T> stream(Flux<T> flux) {
        return Streams.fromPublisher(JdkFlowAdapter.publisherToFlowPublisher(inContext(flux)));
    }

    /**
     * As {@link #stream(Flux)}, but requests up to {@code prefetch} items before they are asked for.
     *
     * @param <T> the type of the items
     * @param flux subscribed to in the first poll, with the {@linkplain #CONTEXT context} that is bound there
     * @param prefetch how many items may be queued
     * @return a new stream. Dropping it cancels the subscription
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     */
    public static <T> Stream<T> stream(Flux<T> flux, int prefetch) {
        return Streams.fromPublisher(JdkFlowAdapter.publisherToFlowPublisher(inContext(flux)), prefetch);
    }

    private static <T> Flux<T> inContext(Flux<T> flux) {
        return flux.contextWrite(ReactorBridge::withBound);
    }

    /** Called by the thread that subscribes, which is that of the poll. */
    static Context withBound(Context context) {
        return context.putAll(CONTEXT.orElse(Context.empty()));
    }

    /**
     * A {@code Mono} of futures: each subscription makes one, and has a task poll it. It is empty where the value is null, and signals an
     * exception of the future unchanged. Cancelling the subscription {@linkplain JoinHandle#abort() aborts} the task, so {@code finally}
     * blocks run to their end.
     *
     * @param <T> the type of the value
     * @param futures called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Mono} that any thread may subscribe to, any number of times
     */
    public static <T> Mono<T> mono(Supplier<? extends Future<T>> futures, Spawner spawner) {
        Objects.requireNonNull(futures, "futures");
        Objects.requireNonNull(spawner, "spawner");
        return Mono.deferContextual(context ->
                Mono.fromFuture(() -> Interop.toCompletableFuture(futures.get(), new InContext(spawner, context))));
    }

    /**
     * A {@code Flux} of streams: each subscription makes one, and has a task poll it while there is demand. Cancelling the subscription
     * drops the stream.
     *
     * @param <T> the type of the items, of which none may be null
     * @param streams called by the thread that subscribes; its exceptions are signalled
     * @param spawner called by the same thread
     * @return a {@code Flux} that any thread may subscribe to, any number of times
     */
    public static <T> Flux<T> flux(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        Objects.requireNonNull(streams, "streams");
        Objects.requireNonNull(spawner, "spawner");
        return Flux.deferContextual(context ->
                JdkFlowAdapter.flowPublisherToFlux(Streams.<T>toPublisher(streams, new InContext(spawner, context))));
    }

    /** Spawns with the context of a subscriber bound. */
    private record InContext(Spawner spawner, ContextView context) implements Spawner {
        @Override
        public <T> JoinHandle<T> spawn(Future<T> future) {
            return spawner.spawn(CONTEXT.where(context, future));
        }
    }
}
