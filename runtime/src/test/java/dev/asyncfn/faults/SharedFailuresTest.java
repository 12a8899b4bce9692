package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.future.Shared;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One exception that many are thrown stays what it is: nobody's failures are suppressed in it, so that it does not grow, and they are reported. */
class SharedFailuresTest {
    private static final int USES = 50;

    private final List<Throwable> unheard = new ArrayList<>();

    /** Each test has a thread of its own. */
    private void listen() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> unheard.add(thrown));
    }

    /** Who throws one exception to many: makes the next future that does. */
    private record Source(String name, Function<Exception, Supplier<Future<Object>>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A use of it that fails for another reason, too. */
    private record Use(String name, Function<Future<Object>, Future<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Flow.Publisher<Object> failing(Exception failure) {
        return subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {}
            });
            subscriber.onError(failure);
        };
    }

    private static Stream<Source> sources() {
        return Stream.of(
                new Source("Shared", failure -> {
                    Shared<Object> shared = Futures.shared(Futures.pollFn(cx -> {
                        throw failure;
                    }));
                    return shared::clone;
                }),
                new Source("fromShared", failure -> {
                    CompletableFuture<Object> stage = CompletableFuture.failedFuture(failure);
                    return () -> Future.fromShared(stage);
                }),
                new Source("from", failure -> {
                    CompletableFuture<Object> stage = CompletableFuture.failedFuture(failure);
                    return () -> Future.from(stage);
                }),
                new Source("failed", failure -> {
                    Future<Object> failed = Future.failed(failure);
                    return () -> failed;
                }),
                new Source("fromPublisher", failure -> {
                    Flow.Publisher<Object> publisher = failing(failure);
                    return () -> Streams.fromPublisher(publisher).next();
                }));
    }

    private static Future<Object> other() {
        return Futures.pollFn(cx -> {
            throw new IllegalStateException("another");
        });
    }

    private static Within failingCleanup() {
        Within within = new Within();
        within.ofCleanup = new IOException("of the cleanup");
        return within;
    }

    private static Stream<Use> uses() {
        return Stream.of(
                new Use("join", shared -> Futures.join(shared, other())),
                new Use("joinAll", shared -> Futures.joinAll(List.of(shared, other(), other()))),
                new Use("raceOk", shared -> Futures.raceOk(List.of(shared, other()))),
                new Use("tryJoin", shared -> Futures.tryJoin(failingCleanup(), shared)),
                new Use("race", shared -> Futures.race(failingCleanup(), shared)),
                new Use("retry", shared -> {
                    AtomicInteger attempts = new AtomicInteger();
                    return RetryPolicy.immediate()
                            .maxAttempts(2)
                            .retry(() -> attempts.getAndIncrement() == 0 ? other() : shared);
                }),
                new Use(
                        "merge",
                        shared -> Streams.merge(
                                        Streams.of(1).then(one -> failingCleanup()),
                                        Streams.of(1).then(one -> shared))
                                .count()),
                new Use(
                        "buffered",
                        shared -> Streams.of(0, 1)
                                .bufferUnordered(2, i -> i == 0 ? failingCleanup() : shared)
                                .count()));
    }

    private static Stream<Arguments> sourcesAndUses() {
        return sources().flatMap(source -> uses().map(use -> Arguments.of(source, use)));
    }

    @ParameterizedTest
    @MethodSource("sourcesAndUses")
    void nobodyWritesIntoIt(Source source, Use use) {
        listen();
        Exception failure = new IOException("shared");
        Supplier<Future<Object>> next = source.of.apply(failure);
        failOnce(next.get(), failure); // so that it is known where it comes from
        failOnce(next.get(), failure);
        TaskProbe task = new TaskProbe();
        for (int i = 0; i < USES; i++) {
            assertThatThrownBy(() -> task.poll(use.of.apply(next.get()))).isSameAs(failure);
        }
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(unheard).hasSizeGreaterThanOrEqualTo(USES).doesNotContain(failure);
    }

    private static void failOnce(Future<Object> future, Exception failure) {
        assertThatThrownBy(() -> new TaskProbe().poll(future)).isSameAs(failure);
    }

    /** The first of all, too: it would show the failures of others to the second. */
    @Test
    void theFirstUseOfASharedFutureWritesNothingEither() {
        listen();
        Exception failure = new IOException("shared");
        Shared<Object> shared = Futures.shared(Future.failed(failure));
        assertThatThrownBy(() -> new TaskProbe().poll(Futures.join(shared.clone(), other())))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    /** It has one owner. */
    @Test
    void aFailureThatIsThrownOnceHasTheOthersSuppressed() {
        listen();
        Exception failure = new IOException("own");
        assertThatThrownBy(() -> new TaskProbe()
                        .poll(Futures.join(Future.from(CompletableFuture.failedFuture(failure)), other())))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(unheard).isEmpty();
    }

    /** What a future within has suppressed before it was shared stays there. */
    @Test
    void whatWasSuppressedBeforeIsSeenByAll() {
        listen();
        Exception failure = new IOException("own");
        Shared<?> shared = Futures.shared(Futures.join(Future.failed(failure), other()));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> new TaskProbe().poll(shared.clone())).isSameAs(failure);
        }
        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    void theHandlesOfTasksHaveAnExceptionEach() {
        listen();
        Exception failure = new IOException("shared");
        Shared<Object> shared = Futures.shared(Future.failed(failure));
        try (LocalPool pool = new LocalPool()) {
            for (int i = 0; i < USES; i++) {
                JoinHandle<Object> handle = pool.spawn(shared.clone());
                JoinHandle<Object> another = pool.spawn(other());
                pool.run();
                assertThatThrownBy(() -> new TaskProbe().poll(Futures.join(handle, another)))
                        .isInstanceOf(JoinException.class)
                        .hasCause(failure)
                        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
            }
        }
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void theFailureOfAScopeThatIsSharedLeavesTheOthersToTheHandlerOfTheExecutor() {
        listen();
        Exception failure = new IOException("shared");
        Shared<Object> shared = Futures.shared(Future.failed(failure));
        List<Throwable> heard = new ArrayList<>();
        try (LocalPool pool = new LocalPool(heard::add)) {
            for (int i = 0; i < USES; i++) {
                assertThatThrownBy(() -> pool.runUntil(TaskScope.run(pool, scope -> {
                            scope.spawn(shared.clone());
                            scope.spawn(failingAfterAbort());
                            return Future.pending();
                        })))
                        .isSameAs(failure);
            }
        }
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(heard).hasSize(USES).allMatch(thrown -> thrown.getMessage().equals("of the cleanup"));
    }

    private static Future<String> failingAfterAbort() {
        return failingCleanup();
    }

    /** The timeout is an exception of its own. */
    @Test
    void aTimeoutHasTheFailureOfTheCleanupSuppressed() {
        listen();
        Exception failure = new IOException("shared");
        Shared<Object> shared = Futures.shared(Future.failed(failure));
        failOnce(shared.clone(), failure);
        Future<String> slow = new Future<>() {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) throws Exception {
                shared.clone().poll(cx);
                return Poll.ready(null);
            }
        };
        assertThatThrownBy(() -> new TaskProbe().poll(Timeouts.timeout(Duration.ZERO, slow)))
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(failure));
    }
}
