package dev.asyncfn.bridge.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TestExecutor;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Async fns as the methods of a service, called by stubs that are awaited. */
class GrpcServerTest {
    private final List<String> log = new ArrayList<>();
    /** Of both sides, but for the tests that close that of the server. */
    private final TestExecutor executor = new TestExecutor(1);

    private Connection connection;

    @AfterEach
    void close() {
        executor.close();
        connection.close();
    }

    private Texts.Stub stub(Texts.Service service) {
        connection = new Connection(service);
        return connection.stub();
    }

    private Texts.Stub answering(Future<String> response) {
        return answering(response, executor);
    }

    private Texts.Stub answering(Future<String> response, Spawner server) {
        return stub(new Texts.Service() {
            @Override
            void unary(String request, StreamObserver<String> responses) {
                GrpcServer.unary(response, responses, server);
            }
        });
    }

    private Texts.Stub listing(Stream<String> items) {
        return stub(new Texts.Service() {
            @Override
            void list(String request, StreamObserver<String> responses) {
                GrpcServer.serverStreaming(items, responses, executor);
            }
        });
    }

    private Texts.Stub collecting(Function<Stream<String>, Future<String>> method) {
        return stub(new Texts.Service() {
            @Override
            StreamObserver<String> collect(StreamObserver<String> responses) {
                return GrpcServer.clientStreaming(method, responses, executor);
            }
        });
    }

    private Texts.Stub chatting(Function<Stream<String>, Stream<String>> method) {
        return stub(new Texts.Service() {
            @Override
            StreamObserver<String> chat(StreamObserver<String> responses) {
                return GrpcServer.bidiStreaming(method, responses, executor);
            }
        });
    }

    private static Stream<String> texts(String... texts) {
        return Streams.fromIterator(List.of(texts).iterator());
    }

    private <T> T value(Future<T> call) {
        JoinHandle<T> task = executor.spawn(call);
        executor.runUntilStalled();
        assertThat(task.isFinished()).isTrue();
        return executor.run(task);
    }

    // ---- one response

    @Test
    void anAsyncFnAnswersACall() {
        Texts.Stub stub = answering(BodiesAsync.upper("a"));

        assertThat(value(GrpcClient.unary(stub::unary, "a"))).isEqualTo("A");
    }

    @Test
    void anExceptionEndsTheCallWithTheStatusInItsCauses() {
        StatusRuntimeException status = Status.NOT_FOUND.withDescription("no a").asRuntimeException();
        Texts.Stub stub = answering(Future.failed(new IllegalStateException("failed", status)));

        assertThatThrownBy(() -> value(GrpcClient.unary(stub::unary, "a")))
                .cause()
                .hasMessage("NOT_FOUND: no a");
    }

    @Test
    void anyOtherExceptionIsUnknown() {
        Texts.Stub stub = answering(Future.failed(new IllegalStateException("secret")));

        assertThatThrownBy(() -> value(GrpcClient.unary(stub::unary, "a")))
                .cause()
                .hasMessage("UNKNOWN");
    }

    @Test
    void aNullIsNoResponse() {
        Texts.Stub stub = answering(Future.ready(null));

        assertThatThrownBy(() -> value(GrpcClient.unary(stub::unary, "a")))
                .cause()
                .hasMessage("INTERNAL: the response is null");
    }

    @Test
    void aResponseThatCannotBeSentEndsTheCall() {
        Texts.Stub stub = answering(Future.ready(Texts.UNSENDABLE));

        assertThatThrownBy(() -> value(GrpcClient.unary(stub::unary, "a")))
                .cause()
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void aClientThatIsGoneAbortsTheTask() {
        Texts.Stub stub = answering(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())));
        JoinHandle<String> call = executor.spawn(GrpcClient.unary(stub::unary, "a"));
        executor.runUntilStalled();
        assertThat(log).isEmpty();

        call.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void anExecutorThatWasShutDownIsUnavailable() {
        TestExecutor server = new TestExecutor(2);
        Texts.Stub stub = answering(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())), server);
        server.close();

        assertThatThrownBy(() -> value(GrpcClient.unary(stub::unary, "a")))
                .cause()
                .hasMessage("UNAVAILABLE: the executor has been shut down");
    }

    @Test
    void anExecutorThatIsShutDownDuringACallIsUnavailable() {
        TestExecutor server = new TestExecutor(2);
        Texts.Stub stub = answering(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())), server);
        JoinHandle<String> call = executor.spawn(GrpcClient.unary(stub::unary, "a"));
        executor.runUntilStalled();
        server.runUntilStalled();

        server.close();

        assertThat(log).containsExactly("cleanup");
        assertThatThrownBy(() -> executor.run(call)).cause().hasMessage("UNAVAILABLE: the executor has been shut down");
    }

    // ---- many responses

    @Test
    void aStreamAnswersACall() {
        Texts.Stub stub = listing(texts("1", "2", "3"));

        assertThat(value(BodiesAsync.joined(stub, "a"))).isEqualTo("123");
    }

    @Test
    void aResponseIsPolledWhenTheClientHasAskedForIt() {
        Texts.Stub stub = listing(texts("1", "2", "3").inspect(log::add));
        Stream<String> responses = GrpcClient.serverStreaming(stub::list, "a");

        assertThat(value(responses.next())).isEqualTo("1");
        assertThat(log).containsExactly("1");
        assertThat(value(responses.next())).isEqualTo("2");
        assertThat(log).containsExactly("1", "2");
        responses.drop();
    }

    @Test
    void aFailureOfTheStreamEndsTheCallAfterTheResponsesBeforeIt() {
        StatusRuntimeException status = Status.DATA_LOSS.asRuntimeException();
        Texts.Stub stub = listing(texts("1").chain(Streams.once(Future.failed(status))));
        Stream<String> responses = GrpcClient.serverStreaming(stub::list, "a");

        assertThat(value(responses.next())).isEqualTo("1");
        assertThatThrownBy(() -> value(responses.next())).cause().hasMessage("DATA_LOSS");
    }

    @Test
    void anItemThatCannotBeSentEndsTheCallAndDropsTheStream() {
        Texts.Stub stub = listing(texts(Texts.UNSENDABLE)
                .chain(Streams.once(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())))));

        assertThatThrownBy(() -> value(BodiesAsync.joined(stub, "a")))
                .cause()
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void aClientThatIsGoneDropsTheStream() {
        Texts.Stub stub = listing(Streams.once(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>()))));
        JoinHandle<String> call = executor.spawn(BodiesAsync.joined(stub, "a"));
        executor.runUntilStalled();

        call.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("cleanup");
    }

    // ---- many requests

    @Test
    void anAsyncFnReadsAStreamOfRequests() {
        Texts.Stub stub = collecting(BodiesAsync::concatenated);

        assertThat(value(GrpcClient.clientStreaming(stub::collect, texts("a", "b", "c"))))
                .isEqualTo("abc");
    }

    @Test
    void aRequestIsTakenWhenTheMethodAsksForIt() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        Texts.Stub stub = collecting(
                requests -> Futures.andThen(requests.next(), first -> Futures.map(Future.from(later), n -> first)));
        JoinHandle<String> call = executor.spawn(
                GrpcClient.clientStreaming(stub::collect, texts("a", "b", "c").inspect(log::add)));
        executor.runUntilStalled();

        assertThat(log).containsExactly("a");
        later.complete(null);
        executor.runUntilStalled();
        assertThat(executor.run(call)).isEqualTo("a");
    }

    @Test
    void aMethodMayAnswerBeforeTheLastRequest() {
        Texts.Stub stub = collecting(BodiesAsync::first);
        Stream<String> endless =
                Streams.fromIterator(java.util.stream.Stream.generate(() -> "a").iterator());

        assertThat(value(GrpcClient.clientStreaming(stub::collect, endless))).isEqualTo("first a");
    }

    @Test
    void requestsAndResponsesAlternate() {
        Texts.Stub stub = chatting(requests -> requests.inspect(log::add).then(BodiesAsync::upper));
        Stream<String> responses = GrpcClient.bidiStreaming(stub::chat, texts("a", "b"));

        assertThat(value(responses.next())).isEqualTo("A");
        assertThat(value(responses.next())).isEqualTo("B");
        assertThat(value(responses.next())).isNull();
        assertThat(log).containsExactly("a", "b");
    }

    @Test
    void aClientThatIsGoneAbortsAMethodThatReads() {
        Texts.Stub stub = collecting(requests -> BodiesAsync.cleanedUp(
                log, requests.chain(Streams.once(Future.ready("x"))).fold("", String::concat)));
        Stream<String> requests = texts("a").chain(Streams.once(Future.from(new CompletableFuture<>())));
        JoinHandle<String> call = executor.spawn(GrpcClient.clientStreaming(stub::collect, requests));
        executor.runUntilStalled();

        call.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("cleanup");
    }

    // ---- the context

    @Test
    void aTaskHasTheContextThatWasCurrentWhereItWasSpawned() throws Exception {
        Context.Key<String> key = Context.key("trace");
        try (ThreadPool pool =
                ThreadPool.builder().threads(1).aroundPoll(GrpcServer::context).build()) {
            connection = new Connection(new Texts.Service());
            JoinHandle<String> task = Context.current()
                    .withValue(key, "t1")
                    .call(() -> pool.spawn(Futures.andThen(Futures.yieldNow(), n -> Futures.lazy(key::get))));

            assertThat(Interop.toCompletableFuture(task, pool).get(60, TimeUnit.SECONDS))
                    .isEqualTo("t1");
            assertThat(key.get()).isNull();
        }
    }

    @Test
    void aCallThatAnAnswerMakesHasItsDeadlineAndEndsWithIt() throws Exception {
        CompletableFuture<Deadline> deadline = new CompletableFuture<>();
        CountDownLatch cancelled = new CountDownLatch(1);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Connection inner = new Connection(new Texts.Service() {
            @Override
            void unary(String request, StreamObserver<String> responses) {
                deadline.complete(Context.current().getDeadline());
                Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
            }
        });
        try (ThreadPool pool =
                ThreadPool.builder().threads(1).aroundPoll(GrpcServer::context).build()) {
            Texts.Stub outer = stub(new Texts.Service() {
                @Override
                void unary(String request, StreamObserver<String> responses) {
                    Future<String> response =
                            Futures.andThen(Futures.yieldNow(), n -> GrpcClient.unary(inner.stub()::unary, request));
                    GrpcServer.unary(response, responses, pool);
                }
            });
            CompletableFuture<String> call = Context.current()
                    .withDeadlineAfter(1, TimeUnit.HOURS, timer)
                    .call(() -> Interop.toCompletableFuture(GrpcClient.unary(outer::unary, "a"), pool));

            assertThat(deadline.get(60, TimeUnit.SECONDS).timeRemaining(TimeUnit.MINUTES))
                    .isBetween(50L, 60L);
            call.cancel(true);
            assertThat(cancelled.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            inner.close();
            timer.shutdownNow();
        }
    }
}
