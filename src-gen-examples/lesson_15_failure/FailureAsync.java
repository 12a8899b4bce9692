package lesson_15_failure;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Failure}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class FailureAsync {
    /** No instances. */
    private FailureAsync() {}

    /**
     * The factory of {@link Failure#divide}.
     *
     * @param a the parameter of the method
     * @param b the parameter of the method
     * @return a future that has not run yet
     */
    static DivideFuture divide(int a, int b) {
        return new DivideFuture(a, b);
    }

    /**
     * The state machine of {@code divide}, Failure.java:20.
     *
     * <pre>{@code
     * 20  static int divide(int a, int b) {
     * 21      int divisor = await(later(b));
     * 22      return a / divisor;
     * 23  }
     *
     *     START        21      keeps a, b
     *       v
     *     AWAIT_LATER  21, 22  waits for later(b), keeps a
     *       v
     *     DONE
     * }</pre>
     */
    static final class DivideFuture extends StateMachine<Integer, DivideFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(b). */ AWAIT_LATER
        }

        /** A parameter. */ private final int a;
        /** A parameter. */ private final int b;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param a the parameter of the method
         * @param b the parameter of the method
         */
        private DivideFuture(int a, int b) {
            super(State.START);
            this.a = a;
            this.b = b;
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
                    // 21  int divisor = await(later(b));
                    Later<Integer> later = later(b);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    int divisor = awaitedValue;
                    // 22
                    return complete(State.DONE, a / divisor);
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
