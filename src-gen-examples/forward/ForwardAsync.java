package forward;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Forward}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class ForwardAsync {
    private ForwardAsync() {}

    static <T> ForwardFuture<T> forward(Forward.Receiver<? extends T> receiver,
            Forward.Sender<? super T> sender) {
        return new ForwardFuture<T>(receiver, sender);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static <T> void forward(Receiver<? extends T> receiver, Sender<? super T> sender) {
     *     T t;
     *     while ((t = await(receiver.next())) != null) {
     *         await(sender.send(t));
     *     }
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state       line  goes on to              awaits                  keeps
     * START       28    LOOP                                            receiver, sender
     * LOOP        29    AWAIT_NEXT
     * AWAIT_NEXT  29    AFTER_LOOP, AWAIT_SEND  await(receiver.next())  receiver, sender
     * AWAIT_SEND  30    LOOP                    await(sender.send(t))   receiver, sender
     * AFTER_LOOP  32    DONE
     * }</pre>
     */
    static final class ForwardFuture<T> implements Future<Void>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Forward.Receiver<? extends T> receiver;
        private Forward.Sender<? super T> sender;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            LOOP,
            AWAIT_NEXT,
            AWAIT_SEND,
            AFTER_LOOP,
            DONE,
            PANICKED,
            DROPPED
        }

        private ForwardFuture(Forward.Receiver<? extends T> receiver,
                Forward.Sender<? super T> sender) {
            this.receiver = receiver;
            this.sender = sender;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<Void> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            T t = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Forward.java:28  T t;
                    } // falls through
                    case LOOP: {
                        // Forward.java:29  while ((t = await(receiver.next())) != null) {
                        var next = receiver.next();
                        if (!(next.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_NEXT, next);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_NEXT: {
                        // Forward.java:29, ready: while ((t = await(receiver.next())) != null) {
                        if ((t = (T) output) == null) {
                            resumed = State.AFTER_LOOP;
                            continue;
                        }
                        // Forward.java:30  await(sender.send(t));
                        Future<Void> send = sender.send(t);
                        if (!(send.poll(cx) instanceof Poll.Ready<?>)) {
                            return suspend(State.AWAIT_SEND, send);
                        }
                    } // falls through
                    case AWAIT_SEND: {
                        // Forward.java:30, ready: await(sender.send(t));
                        resumed = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // Forward.java:32  }
                        return complete();
                    }
                    case DONE:
                        state = State.DONE;
                        throw new IllegalStateException("`async fn` resumed after completion");
                    case DROPPED:
                        state = State.DROPPED;
                        throw new IllegalStateException("`async fn` resumed after being dropped");
                    default:
                        throw new IllegalStateException("`async fn` resumed after panicking");
                }
            }
        }

        private Poll<Void> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Void> complete() {
            state = State.DONE;
            this.receiver = null;
            this.sender = null;
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.receiver = null;
            this.sender = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }

        @Override
        public String suspendedAt() {
            return suspendedAt.name();
        }
    }
}
