package dev.asyncfn.bridge.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TestExecutor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stubs as futures and streams, against a service that is written for gRPC alone. */
class GrpcClientTest {
    private final List<String> log = new ArrayList<>();
    private final ScriptedService service = new ScriptedService(log);
    private final Connection connection = new Connection(service);
    private final Texts.Stub stub = connection.stub();
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void close() {
        executor.close();
        connection.close();
    }

    private static Stream<String> texts(String... texts) {
        return Streams.fromIterator(List.of(texts).iterator());
    }

    // ---- one request

    @Test
    void anAsyncFnAwaitsTheFuturesOfStubs() {
        JoinHandle<String> task = executor.spawn(BodiesAsync.both(stub, "a"));
        executor.runUntilStalled();
        assertThat(log).containsExactly("unary a");
        service.answer("1");
        executor.runUntilStalled();
        assertThat(task.isFinished()).isFalse();

        service.answer("2");

        assertThat(executor.run(task)).isEqualTo("1 2");
    }

    @Test
    void nothingIsCalledBeforeTheFirstPoll() {
        Future<String> future = GrpcClient.unary(stub::unary, "a");
        Stream<String> unpolled =
                GrpcClient.bidiStreaming(stub::chat, texts("a").inspect(log::add));

        future.drop();
        unpolled.drop();

        assertThat(log).isEmpty();
    }

    @Test
    void aFailedCallThrowsItsStatus() {
        JoinHandle<String> task = executor.spawn(GrpcClient.unary(stub::unary, "a"));
        executor.runUntilStalled();

        service.fail(Status.NOT_FOUND.withDescription("no a"));

        assertThatThrownBy(() -> executor.run(task))
                .cause()
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("NOT_FOUND: no a");
    }

    @Test
    void droppingTheFutureCancelsTheCall() {
        JoinHandle<String> task = executor.spawn(GrpcClient.unary(stub::unary, "a"));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("unary a", "cancelled");
    }

    @Test
    void aCallThatEndsWithMoreOrLessThanOneResponseFails() {
        JoinHandle<String> two = executor.spawn(GrpcClient.unary(stub::list, "a"));
        executor.runUntilStalled();
        service.send("1");
        executor.runUntilStalled();
        service.answer("2");
        assertThatThrownBy(() -> executor.run(two)).cause().hasMessage("INTERNAL: 2 responses instead of one");

        JoinHandle<String> none = executor.spawn(GrpcClient.unary(stub::list, "a"));
        executor.runUntilStalled();
        service.complete();
        assertThatThrownBy(() -> executor.run(none)).cause().hasMessage("INTERNAL: 0 responses instead of one");
    }

    // ---- many responses

    @Test
    void anAsyncFnReadsAStreamOfResponses() {
        JoinHandle<String> task = executor.spawn(BodiesAsync.joined(stub, "a"));
        executor.runUntilStalled();
        service.send("1");
        executor.runUntilStalled();
        service.send("2");
        service.complete();

        assertThat(executor.run(task)).isEqualTo("12");
    }

    @Test
    void aResponseIsRequestedWhenItIsAskedFor() {
        Stream<String> responses = GrpcClient.serverStreaming(stub::list, "a");
        JoinHandle<String> first = executor.spawn(responses.next());
        executor.runUntilStalled();
        assertThat(service.isReady()).isTrue();

        service.send("1");
        assertThat(executor.run(first)).isEqualTo("1");
        assertThat(service.isReady()).isFalse();
        executor.spawn(responses.next());
        executor.runUntilStalled();

        assertThat(service.isReady()).isTrue();
    }

    @Test
    void aStreamThatIsClosedEarlyCancelsTheCall() {
        Stream<String> responses = GrpcClient.serverStreaming(stub::list, "a");
        JoinHandle<String> first = executor.spawn(responses.next());
        executor.runUntilStalled();
        service.send("1");
        executor.run(first);

        responses.close();

        assertThat(log).containsExactly("list a", "cancelled");
    }

    @Test
    void aFailureComesAfterTheResponsesBeforeIt() {
        Stream<String> responses = GrpcClient.serverStreaming(stub::list, "a");
        JoinHandle<String> first = executor.spawn(responses.next());
        executor.runUntilStalled();
        service.send("1");
        service.fail(Status.DATA_LOSS);

        assertThat(executor.run(first)).isEqualTo("1");
        assertThatThrownBy(() -> executor.run(executor.spawn(responses.next())))
                .cause()
                .hasMessage("DATA_LOSS");
        assertThat(Async.blockOn(responses.next())).isNull();
    }

    // ---- many requests

    @Test
    void requestsAreSentWhenTheServerAsksForThem() {
        JoinHandle<String> task = executor.spawn(
                GrpcClient.clientStreaming(stub::collect, texts("a", "b").inspect(text -> log.add("take " + text))));
        executor.runUntilStalled();
        assertThat(log).containsExactly("collect");

        service.request(1);
        executor.runUntilStalled();
        assertThat(log).containsExactly("collect", "take a", "got a");
        service.request(1);
        executor.runUntilStalled();
        assertThat(log).containsExactly("collect", "take a", "got a", "take b", "got b");
        service.request(1);
        executor.runUntilStalled();
        assertThat(log).endsWith("half closed");
        service.answer("done");

        assertThat(executor.run(task)).isEqualTo("done");
    }

    @Test
    void aFailureOfTheRequestsCancelsTheCallAndIsThrown() {
        IllegalStateException failure = new IllegalStateException("no more");
        Stream<String> requests = texts("a").chain(Streams.once(Future.failed(failure)));
        JoinHandle<String> task = executor.spawn(GrpcClient.clientStreaming(stub::collect, requests));
        executor.runUntilStalled();
        service.request(2);
        executor.runUntilStalled();

        assertThatThrownBy(() -> executor.run(task)).cause().isSameAs(failure);
        assertThat(log).containsExactly("collect", "got a", "cancelled");
    }

    @Test
    void aRequestThatCannotBeSentFailsTheCall() {
        JoinHandle<String> task = executor.spawn(GrpcClient.clientStreaming(stub::collect, texts(Texts.UNSENDABLE)));
        executor.runUntilStalled();
        service.request(1);
        executor.runUntilStalled();

        assertThat(task.isFinished()).isTrue();
        assertThatThrownBy(() -> executor.run(task)).isNotNull();
        assertThat(log).containsExactly("collect", "cancelled");
    }

    @Test
    void requestsAreGivenUpWithTheirCleanupIfTheServerAnswersFirst() {
        Stream<String> requests = Streams.once(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())));
        JoinHandle<String> task = executor.spawn(GrpcClient.clientStreaming(stub::collect, requests));
        executor.runUntilStalled();
        service.request(1);
        executor.runUntilStalled();

        service.answer("enough");

        assertThat(executor.run(task)).isEqualTo("enough");
        assertThat(log).containsExactly("collect", "cleanup");
    }

    @Test
    void droppingABidirectionalStreamCancelsTheCallAndDropsTheRequests() {
        Stream<String> requests = Streams.once(BodiesAsync.cleanedUp(log, Future.from(new CompletableFuture<>())));
        JoinHandle<List<String>> task =
                executor.spawn(GrpcClient.bidiStreaming(stub::chat, requests).toList());
        executor.runUntilStalled();
        service.request(1);
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactlyInAnyOrder("chat", "cancelled", "cleanup");
    }

    /** A service under the control of the test. It records its events. */
    private static final class ScriptedService extends Texts.Service {
        private final List<String> log;
        private ServerCallStreamObserver<String> call;

        ScriptedService(List<String> log) {
            this.log = log;
        }

        boolean isReady() {
            return call.isReady();
        }

        void request(int count) {
            call.request(count);
        }

        void send(String response) {
            call.onNext(response);
        }

        void complete() {
            call.onCompleted();
        }

        void answer(String response) {
            send(response);
            complete();
        }

        void fail(Status status) {
            call.onError(status.asRuntimeException());
        }

        private StreamObserver<String> begin(String name, StreamObserver<String> responses) {
            log.add(name);
            call = (ServerCallStreamObserver<String>) responses;
            call.setOnCancelHandler(() -> log.add("cancelled"));
            return new StreamObserver<>() {
                @Override
                public void onNext(String request) {
                    log.add("got " + request);
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onCompleted() {
                    log.add("half closed");
                }
            };
        }

        @Override
        void unary(String request, StreamObserver<String> responses) {
            begin("unary " + request, responses);
        }

        @Override
        void list(String request, StreamObserver<String> responses) {
            begin("list " + request, responses);
        }

        @Override
        StreamObserver<String> collect(StreamObserver<String> responses) {
            StreamObserver<String> requests = begin("collect", responses);
            call.disableAutoRequest();
            return requests;
        }

        @Override
        StreamObserver<String> chat(StreamObserver<String> responses) {
            StreamObserver<String> requests = begin("chat", responses);
            call.disableAutoRequest();
            return requests;
        }
    }
}
