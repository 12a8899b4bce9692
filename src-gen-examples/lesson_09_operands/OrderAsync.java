package lesson_09_operands;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Order}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class OrderAsync {
    /** No instances. */
    private OrderAsync() {}

    /**
     * The factory of {@link Order#nested}.
     *
     * @return a future that has not run yet
     */
    static NestedFuture nested() {
        return new NestedFuture();
    }

    /**
     * The factory of {@link Order#isWelcome}.
     *
     * @param name the parameter of the method
     * @return a future that has not run yet
     */
    static IsWelcomeFuture isWelcome(String name) {
        return new IsWelcomeFuture(name);
    }

    /**
     * The state machine of {@code nested}, Order.java:15.
     *
     * <pre>{@code
     * 15  static int nested() {
     * 16      return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD())) // it awaits
     * 17              + eval("e", 10000);
     * 18  }
     *
     *     START          16, 17
     *       v
     *     AWAIT_FETCH_B  16, 17  waits for fetchB(), keeps eval
     *       v
     *     AWAIT_FETCH_D  16, 17  waits for fetchD(), keeps eval, fetchB, eval_2
     *       v
     *     DONE
     * }</pre>
     */
    static final class NestedFuture extends StateMachine<Integer, NestedFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for fetchB(). */ AWAIT_FETCH_B,
            /** Waits for fetchD(). */ AWAIT_FETCH_D
        }

        /** Evaluated before an await in the same expression, in line 16. */ private int eval;
        /** Evaluated before an await in the same expression, in line 16. */ private int fetchB;
        /** Evaluated before an await in the same expression, in line 16. */ private int eval_2;

        /** Creates the future; nothing runs yet. */
        private NestedFuture() {
            super(State.START);
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
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
                    // 16  return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD())) + ...
                    eval = Order.eval("a", 1); // before the next await
                    Future<Integer> fetchBFuture = Order.fetchB();
                    Poll<?> polled = fetchBFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_FETCH_B, fetchBFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_FETCH_B: { // fetchBFuture is ready
                    fetchB = (Integer) awaitedValue; // before the next await
                    eval_2 = Order.eval("c", 100); // before the next await
                    Future<Integer> fetchD = Order.fetchD();
                    Poll<?> polled = fetchD.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_FETCH_D, fetchD);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_FETCH_D: { // fetchD is ready
                    return complete(State.DONE, Order.sum(eval, fetchB, eval_2, (Integer) awaitedValue) // it awaits
                            + Order.eval("e", 10000));
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

    /**
     * The state machine of {@code isWelcome}, Order.java:21.
     *
     * <pre>{@code
     * 21  static boolean isWelcome(String name) {
     * 22      return !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
     * 23  }
     *
     *     START             22  keeps name ----------------------------+
     *       v                                                          |
     *     AWAIT_IS_INVITED  22  waits for isInvited(name), keeps name -|---+
     *       v                                                          |   |
     *     RIGHT             22 <---------------------------------------+   |
     *       v                                                              |
     *     AWAIT_IS_FRIEND   22  waits for isFriend(name) ----------------+ |
     *       v                                                            | |
     *     WHEN_TRUE         22 <-----------------------------------------|-+
     *      ------------------------------------------------------------+ |
     *     WHEN_FALSE        22 <---------------------------------------|-+
     *       v                                                          |
     *     DECIDED           22 <---------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class IsWelcomeFuture extends StateMachine<Boolean, IsWelcomeFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for isInvited(name). */ AWAIT_IS_INVITED,
            /** Waits for isFriend(name). */ AWAIT_IS_FRIEND,

            // only passed through: no poll ends here
            /** Line 22. */ RIGHT,
            /** Line 22. */ WHEN_TRUE,
            /** Line 22. */ WHEN_FALSE,
            /** Line 22. */ DECIDED
        }

        /** A parameter. */ private String name;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         */
        private IsWelcomeFuture(String name) {
            super(State.START);
            this.name = name;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Boolean> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            boolean awaitedValue = false;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = (boolean) take(polled);
            }
            boolean either = false; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: {
                        // 22  return !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
                        if (name.isEmpty()) {
                            next = State.RIGHT;
                            continue;
                        }
                        Future<Boolean> isInvited = Order.isInvited(name);
                        Poll<?> polled = isInvited.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_IS_INVITED, isInvited);
                        awaitedValue = (boolean) take(polled);
                    } // ready at once: falls through
                    case AWAIT_IS_INVITED: { // isInvited is ready
                        if (awaitedValue) {
                            next = State.WHEN_TRUE;
                            continue;
                        }
                    } // falls through
                    case RIGHT: {
                        Future<Boolean> isFriend = Order.isFriend(name);
                        name = null; // last use
                        Poll<?> polled = isFriend.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_IS_FRIEND, isFriend);
                        awaitedValue = (boolean) take(polled);
                    } // ready at once: falls through
                    case AWAIT_IS_FRIEND: { // isFriend is ready
                        if (!awaitedValue) {
                            next = State.WHEN_FALSE;
                            continue;
                        }
                    } // falls through
                    case WHEN_TRUE: {
                        either = true;
                        next = State.DECIDED;
                        continue;
                    }
                    case WHEN_FALSE: {
                        either = false;
                    } // falls through
                    case DECIDED: {
                        return complete(State.DONE, either);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            name = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
