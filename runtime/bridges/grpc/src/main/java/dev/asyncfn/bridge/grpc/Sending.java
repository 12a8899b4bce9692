package dev.asyncfn.bridge.grpc;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.future.AtomicWaker;
import dev.asyncfn.stream.Stream;
import io.grpc.stub.CallStreamObserver;
import java.util.Objects;

/**
 * Sends the items of a stream as messages, each polled when the call is ready for it. As a stream it has no items, and ends when all are
 * sent, or when the call is over.
 */
final class Sending<T, N> implements Stream<N> {
    /** The call, for the thread that polls. */
    interface Target<T> {
        /** Starts it in the first poll. */
        CallStreamObserver<T> started();

        /** Whether it takes no more messages. */
        boolean isOver();

        /** The messages have failed. */
        void fail(Throwable failure);
    }

    private final Stream<? extends T> items;
    private final Target<T> target;
    private final AtomicWaker waker = new AtomicWaker();
    private boolean ended;

    Sending(Stream<? extends T> items, Target<T> target) {
        this.items = Objects.requireNonNull(items, "stream");
        this.target = target;
    }

    /** The call is ready for more, or over. */
    void wake() {
        waker.wake();
    }

    @Override
    public Poll<N> pollNext(Context cx) throws Exception {
        if (ended) {
            return Stream.end();
        }
        CallStreamObserver<T> call = target.started();
        waker.register(cx.waker());
        if (target.isOver()) {
            return pollDrop(cx).isReady() ? Stream.end() : Poll.pending();
        }
        try {
            return send(cx, call);
        } catch (Throwable failure) {
            ended = true;
            waker.drop();
            target.fail(failure);
            dropAfter(failure);
            throw failure;
        }
    }

    /** An item that cannot be sent leaves the others where they are. */
    private void dropAfter(Throwable failure) {
        try {
            items.drop();
        } catch (Throwable another) {
            failure.addSuppressed(another);
        }
    }

    private Poll<N> send(Context cx, CallStreamObserver<T> call) throws Exception {
        while (call.isReady()) {
            if (!(items.pollNext(cx) instanceof Poll.Ready<? extends T> ready)) {
                return Poll.pending();
            }
            if (ready.value() == null) {
                ended = true;
                waker.drop();
                call.onCompleted();
                return Stream.end();
            }
            call.onNext(ready.value());
        }
        return Poll.pending();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            waker.drop();
            ended = true;
            if (items.pollDrop(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            waker.drop();
            items.drop();
        }
    }
}
