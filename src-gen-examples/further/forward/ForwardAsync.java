package further.forward;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Forward}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class ForwardAsync {
    /** No instances. */
    private ForwardAsync() {}

    /**
     * The factory of {@link Forward#forward}.
     *
     * @param <T> the parameter of the method
     * @param receiver the parameter of the method
     * @param sender the parameter of the method
     * @return a future that has not run yet
     */
    static <T> ForwardFuture<T> forward(Forward.Receiver<? extends T> receiver,
            Forward.Sender<? super T> sender) {
        return new ForwardFuture<T>(receiver, sender);
    }

    /**
     * The state machine of {@code forward}, Forward.java:27.
     *
     * <pre>{@code
     * 27  static <T> void forward(Receiver<? extends T> receiver, Sender<? super T> sender) {
     * 28      T t;
     * 29      while ((t = await(receiver.next())) != null) {
     * 30          await(sender.send(t));
     * 31      }
     * 32  }
     *
     *     START       28      keeps receiver, sender
     *       v
     *     LOOP        29 <-------------------------------------------------------+
     *       v                                                                    |
     *     AWAIT_NEXT  29, 30  waits for receiver.next(), keeps receiver, sender -|-+
     *       v                                                                    | |
     *     AWAIT_SEND  30      waits for sender.send(t), keeps receiver, sender --+ |
     *                                                                              |
     *     AFTER_LOOP  32 <---------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     *
     * @param <T> type parameter of the method
     */
    static final class ForwardFuture<T> extends StateMachine<Void, ForwardFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for receiver.next(). */ AWAIT_NEXT,
            /** Waits for sender.send(t). */ AWAIT_SEND,

            // only passed through: no poll ends here
            /** Line 29. */ LOOP,
            /** Line 32. */ AFTER_LOOP
        }

        /** A parameter. */ private Forward.Receiver<? extends T> receiver;
        /** A parameter. */ private Forward.Sender<? super T> sender;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param receiver the parameter of the method
         * @param sender the parameter of the method
         */
        private ForwardFuture(Forward.Receiver<? extends T> receiver,
                Forward.Sender<? super T> sender) {
            super(State.START);
            this.receiver = receiver;
            this.sender = sender;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<Void> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            T t = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: // falls through
                    case LOOP: {
                        // 29  while ((t = await(receiver.next())) != null) {
                        var nextFuture = receiver.next();
                        Poll<?> polled = nextFuture.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_NEXT, nextFuture);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_NEXT: { // nextFuture is ready
                        if (!((t = (T) awaitedValue) != null)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 30  await(sender.send(t));
                        Future<Void> send = sender.send(t);
                        Poll<?> polled = send.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_SEND, send);
                        take(polled);
                    } // ready at once: falls through
                    case AWAIT_SEND: { // send is ready
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 32
                        return complete(State.DONE, null);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            receiver = null;
            sender = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
