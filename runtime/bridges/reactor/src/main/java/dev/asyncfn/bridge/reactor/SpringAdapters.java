package dev.asyncfn.bridge.reactor;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ReactiveTypeDescriptor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has Spring take futures and streams as it takes {@code Mono} and {@code Flux}: as the results of controllers, and of methods that are
 * {@code @Transactional} with a {@code ReactiveTransactionManager}, for instance. It needs {@code spring-core}.
 *
 * <pre>{@code
 * SpringAdapters.register(ReactiveAdapterRegistry.getSharedInstance(), pool);
 *
 * @Transactional
 * public Future<Receipt> transfer(Transfer transfer) {
 *     return AccountsAsync.transfer(accounts, transfer);
 * }
 * }</pre>
 *
 * <p>The transaction is in Reactor's context, and so where the future awaits a {@code Mono}: see {@link ReactorBridge#CONTEXT}.
 *
 * <p>Spring has more than one registry. {@code @Transactional}, controllers of Spring MVC and interfaces of HTTP clients ask the shared one;
 * controllers of WebFlux ask a bean. They take futures once a configuration has this method:
 *
 * <pre>{@code
 * @Autowired
 * void adapters(@Qualifier("webFluxAdapterRegistry") ReactiveAdapterRegistry registry, ThreadPool pool) {
 *     SpringAdapters.register(registry, pool);
 * }
 *
 * @GetMapping("/receipts/{id}")
 * Future<Receipt> receipt(@PathVariable("id") long id) {
 *     return ReceiptsAsync.find(receipts, id);
 * }
 * }</pre>
 */
public final class SpringAdapters {
    private SpringAdapters() {}

    /**
     * Adds adapters for {@link Future}, with all its subtypes, and {@link Stream}. A future has one owner, so a publisher that is made of
     * one can be subscribed to once; so does one of a stream.
     *
     * @param registry {@link ReactiveAdapterRegistry#getSharedInstance()}, or that of WebFlux
     * @param spawner starts the task that polls, when Spring subscribes
     */
    public static void register(ReactiveAdapterRegistry registry, Spawner spawner) {
        registry.registerReactiveType(
                ReactiveTypeDescriptor.singleOptionalValue(Future.class, () -> Future.ready(null)),
                future -> ReactorBridge.mono(SpringAdapters.<Future<Object>>once(future), spawner),
                publisher -> ReactorBridge.future(single(publisher)));
        registry.registerReactiveType(
                ReactiveTypeDescriptor.multiValue(Stream.class, Streams::empty),
                stream -> ReactorBridge.flux(SpringAdapters.<Stream<Object>>once(stream), spawner),
                publisher -> ReactorBridge.stream(Flux.from(publisher)));
    }

    @SuppressWarnings("unchecked") // Spring has looked at its class
    private static <T> Supplier<T> once(Object owned) {
        AtomicReference<T> left = new AtomicReference<>((T) owned);
        return () -> {
            T taken = left.getAndSet(null);
            if (taken == null) {
                throw new IllegalStateException("a future or stream has one owner: this one was subscribed to before");
            }
            return taken;
        };
    }

    /** Of a transaction, Spring makes a Flux, and would take a cancellation after the value for a reason to roll back. */
    private static <T> Mono<T> single(Publisher<T> publisher) {
        return publisher instanceof Mono<T> mono ? mono : Flux.from(publisher).singleOrEmpty();
    }
}
