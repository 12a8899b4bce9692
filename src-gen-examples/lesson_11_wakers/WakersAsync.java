package lesson_11_wakers;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Wakers}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class WakersAsync {
    /** No instances. */
    private WakersAsync() {}

    /**
     * The factory of {@link Wakers#listen}.
     *
     * @param bell the parameter of the method
     * @return a future that has not run yet
     */
    static ListenFuture listen(Wakers.Bell bell) {
        return new ListenFuture(bell);
    }

    /**
     * The state machine of {@code listen}, Wakers.java:17.
     *
     * <pre>{@code
     * 17  static String listen(Bell bell) {
     * 18      String sound = await(bell);
     * 19      return sound + "!";
     * 20  }
     *
     *     START       18      keeps bell
     *       v
     *     AWAIT_BELL  18, 19  waits for bell
     *       v
     *     DONE
     * }</pre>
     */
    static final class ListenFuture extends StateMachine<String, ListenFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for bell. */ AWAIT_BELL
        }

        /** A parameter. */ private Wakers.Bell bell;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param bell the parameter of the method
         */
        private ListenFuture(Wakers.Bell bell) {
            super(State.START);
            this.bell = bell;
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
                    // 18  String sound = await(bell);
                    Wakers.Bell bellFuture = bell;
                    bell = null; // last use
                    Poll<?> polled = bellFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_BELL, bellFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_BELL: { // bellFuture is ready
                    String sound = (String) awaitedValue;
                    // 19
                    return complete(State.DONE, sound + "!");
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            bell = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
