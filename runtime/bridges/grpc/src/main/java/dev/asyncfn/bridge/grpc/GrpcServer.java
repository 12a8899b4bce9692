package dev.asyncfn.bridge.grpc;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskContext;
import dev.asyncfn.stream.Stream;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.function.Function;

/**
 * Futures and streams as the answers of a gRPC service.
 *
 * <pre>{@code
 * final class Orders extends OrdersGrpc.OrdersImplBase {
 *     @Override
 *     public void user(Customer request, StreamObserver<User> responses) {
 *         GrpcServer.unary(HandlersAsync.user(request), responses, pool);
 *     }
 *
 *     @Override
 *     public StreamObserver<Chunk> upload(StreamObserver<Receipt> responses) {
 *         return GrpcServer.clientStreaming(HandlersAsync::upload, responses, pool); // an async fn with a Stream<Chunk>
 *     }
 * }
 * }</pre>
 *
 * <p>Each call is a task. It is {@linkplain dev.asyncfn.executor.JoinHandle#abort() aborted} when the client is gone, cancels, or its
 * deadline has passed, so {@code finally} blocks run to their end. An exception ends the call with the status in it or in its causes, as
 * gRPC finds it; with {@code UNKNOWN} if there is none. If the executor has been shut down, the status is {@code UNAVAILABLE}.
 *
 * <p>A response is polled when the transport has room for it ({@code CallStreamObserver.isReady}): in process, when the client has asked for it; over
 * a network, while few bytes wait to be sent. A request is requested when the method asks for it. The methods here are called where gRPC
 * calls the service, with the observer that it has passed.
 */
public final class GrpcServer {
    private GrpcServer() {}

    /**
     * Answers with one response.
     *
     * @param <R> the type of the response
     * @param response its value must not be null
     * @param responses the observer of the call
     * @param spawner called once
     */
    public static <R> void unary(Future<R> response, StreamObserver<R> responses, Spawner spawner) {
        Objects.requireNonNull(response, "response");
        new IncomingCall<R>(responses, spawner).answer(response);
    }

    /**
     * Answers with the items of a stream.
     *
     * @param <R> the type of the responses
     * @param items belongs to the task
     * @param responses the observer of the call
     * @param spawner called once
     */
    public static <R> void serverStreaming(Stream<? extends R> items, StreamObserver<R> responses, Spawner spawner) {
        Objects.requireNonNull(items, "items");
        new IncomingCall<R>(responses, spawner).answerAll(items);
    }

    /**
     * Answers many requests with one response.
     *
     * @param <Q> the type of the requests
     * @param <R> the type of the response
     * @param method called once, by the calling thread. Its stream belongs to the future, which need not read it to the end, and whose value
     *     must not be null
     * @param responses the observer of the call
     * @param spawner called once
     * @return the observer of the requests, for gRPC
     */
    public static <Q, R> StreamObserver<Q> clientStreaming(
            Function<? super Stream<Q>, ? extends Future<R>> method, StreamObserver<R> responses, Spawner spawner) {
        IncomingCall<R> call = new IncomingCall<>(responses, spawner);
        Received<Q> requests = call.requests();
        call.answer(method.apply(requests));
        return requests;
    }

    /**
     * Answers many requests with the items of a stream.
     *
     * @param <Q> the type of the requests
     * @param <R> the type of the responses
     * @param method called once, by the calling thread. Its argument belongs to its result, which need not read it to the end
     * @param responses the observer of the call
     * @param spawner called once
     * @return the observer of the requests, for gRPC
     */
    public static <Q, R> StreamObserver<Q> bidiStreaming(
            Function<? super Stream<Q>, ? extends Stream<? extends R>> method,
            StreamObserver<R> responses,
            Spawner spawner) {
        IncomingCall<R> call = new IncomingCall<>(responses, spawner);
        Received<Q> requests = call.requests();
        call.answerAll(method.apply(requests));
        return requests;
    }

    /**
     * gRPC's current context, for each poll of a task: so calls that an async fn makes end with the call that it answers, and have its
     * deadline.
     *
     * <pre>{@code
     * ThreadPool pool = ThreadPool.builder().aroundPoll(GrpcServer::context).build();
     * }</pre>
     *
     * @return the context of a task: that which is current in the calling thread
     */
    public static TaskContext context() {
        Context context = Context.current();
        return () -> {
            Context before = context.attach();
            return () -> context.detach(before);
        };
    }
}
