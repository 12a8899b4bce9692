package lesson_04_leaves;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.concurrent.ScheduledExecutorService;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Waiting}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class WaitingAsync {
    /** No instances. */
    private WaitingAsync() {}

    /**
     * The factory of {@link Waiting#pauseAndRead}.
     *
     * @param timer the parameter of the method
     * @param socket the parameter of the method
     * @return a future that has not run yet
     */
    static PauseAndReadFuture pauseAndRead(ScheduledExecutorService timer,
            AsynchronousSocketChannel socket) {
        return new PauseAndReadFuture(timer, socket);
    }

    /**
     * The state machine of {@code pauseAndRead}, Waiting.java:24.
     *
     * <pre>{@code
     * 24  static String pauseAndRead(ScheduledExecutorService timer, AsynchronousSocketChannel socket) {
     * 25      await(new TimerFuture(timer, 20));
     * 26      String text = await(new SocketReadFuture(socket));
     * 27      return "read: " + text;
     * 28  }
     *
     *     START                     25      keeps timer, socket
     *       v
     *     AWAIT_TIMER_FUTURE        25, 26  waits for new TimerFuture(timer, 20), keeps socket
     *       v
     *     AWAIT_SOCKET_READ_FUTURE  26, 27  waits for new SocketReadFuture(socket)
     *       v
     *     DONE
     * }</pre>
     */
    static final class PauseAndReadFuture extends StateMachine<String, PauseAndReadFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for new TimerFuture(timer, 20). */ AWAIT_TIMER_FUTURE,
            /** Waits for new SocketReadFuture(socket). */ AWAIT_SOCKET_READ_FUTURE
        }

        /** A parameter. */ private ScheduledExecutorService timer;
        /** A parameter. */ private AsynchronousSocketChannel socket;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param timer the parameter of the method
         * @param socket the parameter of the method
         */
        private PauseAndReadFuture(ScheduledExecutorService timer,
                AsynchronousSocketChannel socket) {
            super(State.START);
            this.timer = timer;
            this.socket = socket;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 25  await(new TimerFuture(timer, 20));
                    TimerFuture timerFuture = new TimerFuture(timer, 20);
                    timer = null; // last use
                    Poll<?> polled = timerFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_TIMER_FUTURE, timerFuture);
                    take(polled);
                } // ready at once: falls through
                case AWAIT_TIMER_FUTURE: { // timerFuture is ready
                    // 26  String text = await(new SocketReadFuture(socket));
                    SocketReadFuture socketReadFuture = new SocketReadFuture(socket);
                    socket = null; // last use
                    Poll<?> polled = socketReadFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_SOCKET_READ_FUTURE, socketReadFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_SOCKET_READ_FUTURE: { // socketReadFuture is ready
                    String text = (String) awaitedValue;
                    // 27
                    return complete(State.DONE, "read: " + text);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            timer = null;
            socket = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
