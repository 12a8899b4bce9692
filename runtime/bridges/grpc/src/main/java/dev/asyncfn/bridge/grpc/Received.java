package dev.asyncfn.bridge.grpc;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.AtomicWaker;
import dev.asyncfn.stream.Stream;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The messages that come in by a call, each requested when it is asked for. */
final class Received<T> implements Stream<T>, StreamObserver<T> {
    /** What happens to the call, in the thread that polls or drops. */
    interface Source {
        void start();

        /** One more message. */
        void request();

        /** Nobody takes any more messages. */
        void giveUp();
    }

    private final Source source;
    private final AtomicWaker waker = new AtomicWaker();
    private final Queue<T> messages = new ConcurrentLinkedQueue<>();
    /** Written before {@link #over}. */
    private Exception failure;

    private volatile boolean over;
    private boolean requested;
    private boolean ended;

    Received(Source source) {
        this.source = source;
    }

    @Override
    public Poll<T> pollNext(Context cx) throws Exception {
        if (ended) {
            return Stream.end();
        }
        source.start();
        waker.register(cx.waker());
        if (!requested) {
            requested = true;
            source.request(); // some calls answer at once, in this thread
        }
        boolean last = over; // looked at before the messages, of which none comes after it
        if (messages.isEmpty()) {
            return last ? end() : Poll.pending();
        }
        if (!cx.proceed()) {
            return Poll.pending();
        }
        requested = false;
        return Poll.ready(messages.remove());
    }

    private Poll<T> end() throws Exception {
        ended = true;
        waker.drop();
        if (failure != null) {
            throw failure;
        }
        return Stream.end();
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            waker.drop();
            source.giveUp();
        }
    }

    @Override
    public Undelivered<T> undelivered() {
        return Undelivered.keep();
    }

    @Override
    public void onNext(T message) {
        messages.add(message);
        waker.wake();
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown instanceof Exception exception
                ? exception
                : Status.fromThrowable(thrown).asException();
        onCompleted();
    }

    @Override
    public void onCompleted() {
        over = true;
        waker.wake();
    }
}
