package dev.asyncfn.bridge.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

class ReactorBridgeTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> log = new CopyOnWriteArrayList<>();

    private <T> Mono<T> logged(String name, Mono<T> mono) {
        return mono.doOnSubscribe(subscription -> log.add("subscribe " + name))
                .doOnCancel(() -> log.add("cancel " + name));
    }

    // ---- a Mono as a future

    @Test
    void anAsyncFnAwaitsMonos() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Sinks.One<Integer> second = Sinks.one();
            JoinHandle<String> name = executor.spawn(BodiesAsync.name(Mono.just("a"), second.asMono()));

            executor.runUntilStalled();
            assertThat(name.isFinished()).isFalse();
            second.tryEmitValue(2).orThrow();

            assertThat(executor.run(name)).isEqualTo("name a2");
        }
    }

    @Test
    void theBodyItselfBlocks() {
        Mono<Integer> late = Mono.delay(Duration.ofMillis(1)).map(Long::intValue);

        assertThat(Bodies.name(Mono.just("a"), late)).isEqualTo("name a0");
        assertThat(Bodies.all(Flux.range(1, 3))).containsExactly(1, 2, 3);
    }

    @Test
    void anEmptyMonoIsNull() {
        assertThat(Async.blockOn(ReactorBridge.<String>future(Mono.empty()))).isNull();
        assertThat(Async.blockOn(BodiesAsync.name(Mono.empty(), Mono.empty()))).isEqualTo("name nullnull");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");

        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.name(Mono.just("a"), Mono.error(failure))))
                .isSameAs(failure);
    }

    @Test
    void aMonoIsNotTouchedBeforeTheFirstPoll() {
        Future<Object> future = ReactorBridge.future(logged("mono", Mono.never()));
        assertThat(log).isEmpty();

        future.drop();

        assertThat(log).isEmpty();
    }

    @Test
    void droppingTheFutureCancelsTheSubscription() {
        try (TestExecutor executor = new TestExecutor(1)) {
            JoinHandle<Object> task = executor.spawn(ReactorBridge.future(logged("mono", Mono.never())));
            executor.runUntilStalled();

            task.abort();
            executor.runUntilStalled();

            assertThat(log).containsExactly("subscribe mono", "cancel mono");
        }
    }

    @Test
    void aFinishedSubscriptionIsNotCancelled() {
        Future<Integer> future = ReactorBridge.future(logged("mono", Mono.just(1)));
        assertThat(Async.blockOn(future)).isEqualTo(1);

        future.drop();

        assertThat(log).containsExactly("subscribe mono");
    }

    // ---- a value that nobody takes

    @Test
    void aValueThatHasArrivedGoesToTheHookWhenTheFutureIsDropped() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Sinks.One<String> connection = Sinks.one();
            JoinHandle<String> task = executor.spawn(ReactorBridge.future(connection.asMono(), log::add));
            executor.runUntilStalled();

            connection.tryEmitValue("connection").orThrow(); // wakes the task, which is aborted before it is polled
            task.abort();
            executor.runUntilStalled();

            assertThat(log).containsExactly("connection");
        }
    }

    @Test
    void aValueThatCancellationIsTooLateForGoesToTheHook() {
        AtomicReference<Subscriber<? super String>> pool = new AtomicReference<>();
        Mono<String> deaf = Mono.fromDirect(subscriber -> {
            pool.set(subscriber);
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {
                    log.add("cancelled too late");
                }
            });
        });
        try (TestExecutor executor = new TestExecutor(1)) {
            JoinHandle<String> task = executor.spawn(ReactorBridge.future(deaf, log::add));
            executor.runUntilStalled();
            task.abort();
            executor.runUntilStalled();

            pool.get().onNext("late");

            assertThat(log).containsExactly("cancelled too late", "late");
        }
    }

    @Test
    void aValueThatWasReturnedDoesNotGoToTheHook() {
        Future<String> future = ReactorBridge.future(Mono.just("connection"), log::add);
        assertThat(Async.blockOn(future)).isEqualTo("connection");

        future.drop();

        assertThat(log).isEmpty();
    }

    @Test
    void aCombinatorThatCannotHandOnTheValuePassesItToTheHook() {
        Future<String> connection = ReactorBridge.future(Mono.just("connection"), log::add);
        IOException failure = new IOException("the other one");

        assertThatThrownBy(() -> Async.blockOn(Futures.tryJoin(connection, Future.failed(failure))))
                .isSameAs(failure);

        assertThat(log).containsExactly("connection");
    }

    @Test
    void withoutAHookAValueThatNobodyTakesIsClosed() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Sinks.One<AutoCloseable> resource = Sinks.one();
            JoinHandle<AutoCloseable> task = executor.spawn(ReactorBridge.future(resource.asMono()));
            executor.runUntilStalled();

            resource.tryEmitValue(() -> log.add("closed")).orThrow();
            task.abort();
            executor.runUntilStalled();

            assertThat(log).containsExactly("closed");
        }
    }

    // ---- a future as a Mono

    @Test
    void eachSubscriptionMakesAFuture() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            AtomicInteger made = new AtomicInteger();
            Mono<Integer> mono = ReactorBridge.mono(() -> Future.ready(made.incrementAndGet()), pool);
            assertThat(made).hasValue(0);

            assertThat(mono.block(LONG)).isEqualTo(1);
            assertThat(mono.block(LONG)).isEqualTo(2);
        }
    }

    @Test
    void aNullIsAnEmptyMonoAndAFailureIsSignalled() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            IOException failure = new IOException("read");

            assertThat(ReactorBridge.mono(() -> Future.ready(null), pool)
                            .hasElement()
                            .block(LONG))
                    .isFalse();
            assertThat(ReactorBridge.mono(() -> Future.failed(failure), pool)
                            .map(value -> (Throwable) null)
                            .onErrorResume(Mono::just)
                            .block(LONG))
                    .isSameAs(failure);
        }
    }

    @Test
    void cancellingTheMonoRunsTheCleanupOfTheBody() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Mono<Integer> cleanup = logged("cleanup", Mono.just(1));
            Future<Integer> endless = ReactorBridge.future(logged("body", Mono.never()));
            Disposable subscription = ReactorBridge.mono(() -> BodiesAsync.cleanedUp(endless, cleanup), executor)
                    .subscribe();
            executor.runUntilStalled();
            assertThat(log).containsExactly("subscribe body");

            subscription.dispose();
            executor.runUntilStalled();

            assertThat(log).containsExactly("subscribe body", "cancel body", "subscribe cleanup");
        }
    }

    // ---- the context

    @Test
    void aSubscribersContextIsBoundInTheFutureAndInWhatItAwaits() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            Mono<String> traced = ReactorBridge.mono(BodiesAsync::traced, pool).contextWrite(Context.of("trace", "t1"));

            assertThat(traced.block(LONG)).isEqualTo("t1 in t1");
        }
    }

    @Test
    void aContextThatIsBoundByHandIsThatOfSubscriptions() {
        Context context = Context.of("trace", "t2");

        assertThat(Async.blockOn(ReactorBridge.CONTEXT.where(context, BodiesAsync.traced())))
                .isEqualTo("t2 in t2");
        Flux<Object> flux = Flux.deferContextual(view -> Flux.just(view.get("trace"), 2));
        assertThat(Async.blockOn(ReactorBridge.CONTEXT.where(
                        context, ReactorBridge.stream(flux).toList())))
                .containsExactly("t2", 2);
    }

    @Test
    void aStreamHasTheContextOfItsSubscriber() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            Flux<String> traced = ReactorBridge.<String>flux(() -> Streams.once(BodiesAsync.traced()), pool)
                    .contextWrite(Context.of("trace", "t3"));
            assertThat(traced.collectList().block(LONG)).containsExactly("t3 in t3");
        }
    }

    // ---- streams

    @Test
    void aStreamRequestsWhatItIsAskedFor() {
        List<Long> requests = new ArrayList<>();
        Stream<Integer> stream =
                ReactorBridge.stream(Flux.range(1, 3).doOnRequest(requests::add).doOnCancel(() -> log.add("cancel")));

        assertThat(Async.blockOn(stream.next())).isEqualTo(1);
        assertThat(requests).containsExactly(1L);
        stream.drop();

        assertThat(log).containsExactly("cancel");
    }

    @Test
    void aFluxPollsItsStreamWhileThereIsDemand() {
        try (TestExecutor executor = new TestExecutor(1)) {
            AtomicInteger polled = new AtomicInteger();
            Stream<Integer> numbers = Streams.fromIterator(java.util.stream.Stream.iterate(1, n -> n + 1)
                    .peek(n -> polled.incrementAndGet())
                    .iterator());
            List<Integer> got = new ArrayList<>();
            BaseSubscriber<Integer> subscriber = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    request(2);
                }

                @Override
                protected void hookOnNext(Integer value) {
                    got.add(value);
                }
            };
            ReactorBridge.flux(() -> numbers, executor).subscribe(subscriber);
            executor.runUntilStalled();
            assertThat(got).containsExactly(1, 2);
            assertThat(polled.get()).isLessThanOrEqualTo(3);

            subscriber.cancel();
            executor.runUntilStalled();

            assertThat(got).containsExactly(1, 2);
        }
    }

    // ---- the guard

    @Test
    void blockOnRefusesOnANonBlockingThread() {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Schedulers.parallel().schedule(() -> {
            try {
                Bodies.name(Mono.just("a"), Mono.just(2));
                thrown.complete(null);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });

        assertThat(thrown.join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blockOn would block a non-blocking thread of Reactor");
    }

    @Test
    void blockOnIsAllowedOnAnElasticThread() {
        Mono<String> blocking = Mono.fromCallable(() -> Bodies.name(Mono.just("a"), Mono.just(2)))
                .subscribeOn(Schedulers.boundedElastic());

        assertThat(blocking.block(LONG)).isEqualTo("name a2");
    }
}
