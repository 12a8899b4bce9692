package dev.asyncfn.bridge.grpc;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.stream.Stream;
import io.grpc.Status;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A call that a task answers. */
final class IncomingCall<R> implements Sending.Target<R>, Received.Source {
    private final ServerCallStreamObserver<R> call;
    private final Spawner spawner;

    IncomingCall(StreamObserver<R> responses, Spawner spawner) {
        if (!(responses instanceof ServerCallStreamObserver<R> ofCall)) {
            throw new IllegalArgumentException("not the observer that gRPC passes to a service: " + responses);
        }
        this.call = ofCall;
        this.spawner = spawner;
    }

    <Q> Received<Q> requests() {
        call.disableAutoRequest();
        return new Received<>(this);
    }

    void answer(Future<R> response) {
        run(response, value -> {
            if (value == null) {
                call.onError(
                        Status.INTERNAL.withDescription("the response is null").asRuntimeException());
            } else {
                call.onNext(value);
                call.onCompleted();
            }
        });
    }

    void answerAll(Stream<? extends R> items) {
        Sending<R, Object> sending = new Sending<>(items, this);
        call.setOnReadyHandler(sending::wake);
        run(sending.forEach(nothing -> {}), sent -> {});
    }

    private <T> void run(Future<T> future, Consumer<T> finish) {
        CompletableFuture<T> task;
        try {
            task = Interop.toCompletableFuture(future, spawner);
        } catch (RejectedExecutionException shutDown) {
            call.onError(unavailable(shutDown));
            future.drop();
            return;
        }
        call.setOnCancelHandler(() -> task.cancel(false));
        task.whenComplete((value, failure) -> {
            if (failure == null) {
                finish.accept(value);
            } else if (task.isCancelled()) {
                abandon();
            } else {
                call.onError(failure);
            }
        });
    }

    /** The task was aborted: because the client is gone, or with its executor. */
    private void abandon() {
        if (!call.isCancelled()) {
            call.onError(unavailable(null));
        }
    }

    private static Throwable unavailable(Throwable cause) {
        return Status.UNAVAILABLE
                .withDescription("the executor has been shut down")
                .withCause(cause)
                .asRuntimeException();
    }

    @Override
    public CallStreamObserver<R> started() {
        return call;
    }

    /** Then the task is aborted. */
    @Override
    public boolean isOver() {
        return false;
    }

    /** It is the failure of the task. */
    @Override
    public void fail(Throwable failure) {}

    @Override
    public void start() {}

    @Override
    public void request() {
        call.request(1);
    }

    /** The method has read enough: its answer ends the call. */
    @Override
    public void giveUp() {}
}
