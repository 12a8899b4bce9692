package dev.asyncfn.bridge.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.ReactiveAdapter;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring takes a future where it takes a {@code Mono}: with its own registry, its own advice of {@code @Transactional}. */
class SpringAdaptersTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final LoggedTransactions transactions = new LoggedTransactions(log);
    private final Accounts accounts = transactional(new StoredAccounts(log));

    @BeforeAll
    static void register() {
        SharedRegistry.adapted();
    }

    private Accounts transactional(Accounts target) {
        ProxyFactory proxies = new ProxyFactory(target);
        proxies.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
        return (Accounts) proxies.getProxy();
    }

    private static ReactiveAdapter adapter(Class<?> type) {
        return SharedRegistry.adapted().getAdapter(type);
    }

    // ---- what controllers give

    @Test
    void theFutureOfAnAsyncFnIsAMono() {
        Future<String> future = BodiesAsync.name(Mono.just("a"), Mono.just(1));

        Flux<?> published = Flux.from(adapter(future.getClass()).toPublisher(future));

        assertThat(published.collectList().block(LONG)).isEqualTo(List.of("name a1"));
    }

    @Test
    void aPublisherIsAFutureOfItsOnlyItem() {
        Future<?> future = (Future<?>) adapter(Future.class).fromPublisher(Flux.just(1));

        assertThat((Object) Async.blockOn(future)).isEqualTo(1);
    }

    @Test
    void aStreamIsAFlux() {
        Stream<Integer> numbers = Streams.of(1, 2, 3);

        Flux<?> published = Flux.from(adapter(numbers.getClass()).toPublisher(numbers));

        assertThat(published.collectList().block(LONG)).isEqualTo(List.of(1, 2, 3));
        Stream<?> back = (Stream<?>) adapter(Stream.class).fromPublisher(Flux.just(4, 5));
        assertThat((Object) Async.blockOn(back.toList())).isEqualTo(List.of(4, 5));
    }

    @Test
    void aFutureIsSubscribedToOnce() {
        Mono<?> published = Mono.from(adapter(Future.class).toPublisher(Future.ready(1)));
        published.block(LONG);

        assertThatThrownBy(() -> published.block(LONG)).hasMessageContaining("subscribed to before");
    }

    // ---- transactions

    @Test
    void aTransactionIsCommittedOnceTheFutureIsReady() {
        assertThat(Async.blockOn(accounts.transfer(5))).isEqualTo("moved 5");

        assertThat(log).containsExactly("begin", "withdraw 5 in a transaction", "deposit 5 in a transaction", "commit");
    }

    @Test
    void aTransactionIsRolledBackIfTheFutureFails() {
        assertThatThrownBy(() -> Async.blockOn(accounts.transfer(500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not enough for 500");

        assertThat(log).containsExactly("begin", "withdraw 500 in a transaction", "rollback");
    }

    @Test
    void aTransactionIsRolledBackIfTheFutureIsDropped() throws Exception {
        try (dev.asyncfn.test.TestExecutor executor = new dev.asyncfn.test.TestExecutor(1)) {
            var task = executor.spawn(accounts.stuck());
            while (!log.contains("stuck")) {
                executor.runUntilStalled();
            }
            task.abort();
            executor.runUntilStalled();
        }
        transactions.ended.await(); // the thread of the pool rolls it back
        assertThat(log).containsExactly("begin", "stuck", "rollback");
    }

    @Test
    void nothingBeginsBeforeTheFirstPoll() {
        Future<String> future = accounts.transfer(5);

        future.drop();

        assertThat(log).isEmpty();
    }
}
