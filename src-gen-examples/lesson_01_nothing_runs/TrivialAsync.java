package lesson_01_nothing_runs;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Trivial}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class TrivialAsync {
    /** No instances. */
    private TrivialAsync() {}

    /**
     * The factory of {@link Trivial#trivial}.
     *
     * @return a future that has not run yet
     */
    static TrivialFuture trivial() {
        return new TrivialFuture();
    }

    /**
     * The state machine of {@code trivial}, Trivial.java:16.
     *
     * <pre>{@code
     * 16  static int trivial() {
     * 17      System.out.println("Hello!");
     * 18      EventFuture e = event();
     * 19      int value = await(e);
     * 20      System.out.println("Got: " + value);
     * 21      return value * 2;
     * 22  }
     *
     *     START    17 to 19
     *       v
     *     AWAIT_E  19 to 21  waits for e
     *       v
     *     DONE
     * }</pre>
     */
    static final class TrivialFuture extends StateMachine<Integer, TrivialFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for e. */ AWAIT_E
        }

        /** Creates the future; nothing runs yet. */
        private TrivialFuture() {
            super(State.START);
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            int awaitedValue = 0;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = (int) take(polled);
            }
            switch (next) {
                case START: {
                    // 17
                    System.out.println("Hello!");
                    Trivial.EventFuture e = Trivial.event();
                    // 19  int value = await(e);
                    Poll<?> polled = e.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_E, e);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_E: { // e is ready
                    int value = awaitedValue;
                    // 20
                    System.out.println("Got: " + value);
                    return complete(State.DONE, value * 2);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
