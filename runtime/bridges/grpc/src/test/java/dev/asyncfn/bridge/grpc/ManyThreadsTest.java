package dev.asyncfn.bridge.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls whose two sides and whose callbacks run on threads of their own. */
class ManyThreadsTest {
    private static final int CALLS = 200;
    private static final int MESSAGES = 20;

    private final ThreadPool pool = ThreadPool.of(3);
    private final ExecutorService callbacks = Executors.newFixedThreadPool(3);
    private Connection connection;

    @AfterEach
    void close() {
        connection.close();
        pool.close();
        callbacks.shutdown();
    }

    private static Stream<String> numbers() {
        return Streams.fromIterator(
                IntStream.range(0, MESSAGES).mapToObj(Integer::toString).iterator());
    }

    /** Gives its turn to others before each item. */
    private static Stream<String> yielding(Stream<String> items) {
        return items.then(item -> Futures.andThen(Futures.yieldNow(), nothing -> Future.ready(item)));
    }

    @Test
    void noMessageIsLostAndTheirOrderIsKept() {
        connection = new Connection(
                new Texts.Service() {
                    @Override
                    StreamObserver<String> chat(StreamObserver<String> responses) {
                        return GrpcServer.bidiStreaming(ManyThreadsTest::yielding, responses, pool);
                    }
                },
                callbacks);
        Texts.Stub stub = connection.stub();

        List<JoinHandle<List<String>>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            calls.add(pool.spawn(GrpcClient.<String, String>bidiStreaming(stub::chat, yielding(numbers()))
                    .toList()));
        }

        List<String> expected = Async.blockOn(numbers().toList());
        assertThat(calls).allSatisfy(call -> assertThat(Async.blockOn(call)).isEqualTo(expected));
    }

    @Test
    void eachAbortedCallEndsItsTaskOnTheServer() throws Exception {
        CountDownLatch begun = new CountDownLatch(CALLS);
        CountDownLatch ended = new CountDownLatch(CALLS);
        connection = new Connection(
                new Texts.Service() {
                    @Override
                    void unary(String request, StreamObserver<String> responses) {
                        GrpcServer.unary(BodiesAsync.countedDown(begun, ended), responses, pool);
                    }
                },
                callbacks);
        Texts.Stub stub = connection.stub();
        List<JoinHandle<String>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            calls.add(pool.spawn(GrpcClient.unary(stub::unary, "a")));
        }
        begun.await();

        calls.forEach(JoinHandle::abort);

        ended.await(); // or the test runs out of time
        assertThat(ended.getCount()).isZero();
    }
}
