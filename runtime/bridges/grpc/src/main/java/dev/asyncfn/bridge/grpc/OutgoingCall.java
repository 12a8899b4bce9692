package dev.asyncfn.bridge.grpc;

import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A call of a stub, made in the first poll. Its responses come in and its requests go out in the polls of one stream. */
final class OutgoingCall<Q, R> implements ClientResponseObserver<Q, R>, Received.Source, Sending.Target<Q> {
    private final Consumer<StreamObserver<R>> method;
    private final Received<R> responses = new Received<>(this);
    /** Null if the stub sends the only request. */
    private final Sending<Q, R> requests;
    /** Null before the first poll. */
    private ClientCallStreamObserver<Q> call;

    private boolean started;
    private volatile boolean over;

    private OutgoingCall(Consumer<StreamObserver<R>> method, Stream<? extends Q> requests) {
        this.method = Objects.requireNonNull(method, "method");
        this.requests = requests == null ? null : new Sending<>(requests, this);
    }

    /** The responses to the request that {@code method} sends. */
    static <R> Stream<R> responses(Consumer<StreamObserver<R>> method) {
        return new OutgoingCall<>(method, null).responses;
    }

    /** The responses to {@code requests}, which are sent when these are polled. */
    static <Q, R> Stream<R> responses(Consumer<StreamObserver<R>> method, Stream<? extends Q> requests) {
        OutgoingCall<Q, R> call = new OutgoingCall<>(method, Objects.requireNonNull(requests, "requests"));
        return Streams.merge(List.of(call.responses, call.requests));
    }

    @Override
    public void start() {
        if (!started) {
            started = true;
            method.accept(this);
        }
        if (call == null) {
            throw new IllegalStateException("the method of the stub has not made a call");
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> starting) {
        call = starting;
        starting.disableAutoRequestWithInitial(0);
        if (requests != null) {
            starting.setOnReadyHandler(requests::wake);
        }
    }

    @Override
    public void request() {
        call.request(1);
    }

    @Override
    public void giveUp() {
        if (call != null) {
            call.cancel("the responses were given up", null);
        }
    }

    @Override
    public CallStreamObserver<Q> started() {
        start();
        return call;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void fail(Throwable failure) {
        call.cancel("the requests have failed", failure);
    }

    @Override
    public void onNext(R response) {
        responses.onNext(response);
    }

    @Override
    public void onError(Throwable failure) {
        responses.onError(failure);
        finish();
    }

    @Override
    public void onCompleted() {
        responses.onCompleted();
        finish();
    }

    private void finish() {
        over = true;
        if (requests != null) {
            requests.wake();
        }
    }
}
