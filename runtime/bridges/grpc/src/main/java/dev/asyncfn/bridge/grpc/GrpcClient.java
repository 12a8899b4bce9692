package dev.asyncfn.bridge.grpc;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The methods of gRPC's async stubs as futures and streams.
 *
 * <pre>{@code
 * @AsyncFn
 * static long total(OrdersStub orders, Customer customer) {
 *     User user = await(GrpcClient.unary(orders::user, customer));
 *     try (Stream<Order> open = GrpcClient.serverStreaming(orders::open, user)) {
 *         long total = 0;
 *         for (Order order; (order = await(open.next())) != null; ) {
 *             total += order.getTotal();
 *         }
 *         return total;
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing is called before the first poll. A failed call throws its {@code StatusRuntimeException} unchanged. Dropping a future or
 * stream cancels the call, and a deadline of the stub or of gRPC's current context ends it as always. A response is requested when it is
 * asked for, and a request is taken from its stream when the call is ready to send it, so back-pressure reaches both ends.
 */
public final class GrpcClient {
    private GrpcClient() {}

    /**
     * A future that calls a method with one request and one response.
     *
     * @param <Q> the type of the request
     * @param <R> the type of the response
     * @param method a method of a stub, such as {@code stub::get}
     * @param request the request
     * @return a new future
     */
    public static <Q, R> Future<R> unary(BiConsumer<? super Q, StreamObserver<R>> method, Q request) {
        return single(serverStreaming(method, request));
    }

    /**
     * The responses of a method with one request.
     *
     * @param <Q> the type of the request
     * @param <R> the type of the responses
     * @param method a method of a stub, such as {@code stub::list}
     * @param request the request
     * @return a new stream
     */
    public static <Q, R> Stream<R> serverStreaming(BiConsumer<? super Q, StreamObserver<R>> method, Q request) {
        return OutgoingCall.responses(responses -> method.accept(request, responses));
    }

    /**
     * A future of the one response to many requests. The requests are polled in the polls of the future. If they fail, the call is
     * cancelled, and the future throws their failure; if the server answers before their end, they are given up.
     *
     * @param <Q> the type of the requests
     * @param <R> the type of the response
     * @param method a method of a stub, such as {@code stub::upload}
     * @param requests belongs to the future
     * @return a new future
     */
    public static <Q, R> Future<R> clientStreaming(
            Function<StreamObserver<R>, StreamObserver<Q>> method, Stream<? extends Q> requests) {
        return single(bidiStreaming(method, requests));
    }

    /**
     * The responses to many requests. The requests are polled in the polls of the result, so that none is sent while nobody asks for a
     * response. If they fail, the call is cancelled, and the result throws their failure; if the server ends the call before their end,
     * they are given up.
     *
     * @param <Q> the type of the requests
     * @param <R> the type of the responses
     * @param method a method of a stub, such as {@code stub::chat}
     * @param requests belongs to the result
     * @return a new stream
     */
    public static <Q, R> Stream<R> bidiStreaming(
            Function<StreamObserver<R>, StreamObserver<Q>> method, Stream<? extends Q> requests) {
        return OutgoingCall.responses(method::apply, requests);
    }

    /** To the end: the call has succeeded only then. */
    private static <R> Future<R> single(Stream<R> responses) {
        return Futures.map(responses.toList(), GrpcClient::only);
    }

    private static <R> R only(List<R> responses) {
        if (responses.size() != 1) {
            throw Status.INTERNAL
                    .withDescription(responses.size() + " responses instead of one")
                    .asRuntimeException();
        }
        return responses.get(0);
    }
}
