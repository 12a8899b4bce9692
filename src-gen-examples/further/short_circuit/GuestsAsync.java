package further.short_circuit;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Guests}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class GuestsAsync {
    /** No instances. */
    private GuestsAsync() {}

    /**
     * The factory of {@link Guests#greet}.
     *
     * @param name the parameter of the method
     * @return a future that has not run yet
     */
    static GreetFuture greet(String name) {
        return new GreetFuture(name);
    }

    /**
     * The state machine of {@code greet}, Guests.java:15.
     *
     * <pre>{@code
     * 15  static String greet(String name) {
     * 16      boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
     * 17      return welcome ? "Hello " + await(title(name)) + name : "Sorry";
     * 18  }
     *
     *     START             16      keeps name ----------------------------+
     *       v                                                              |
     *     AWAIT_IS_INVITED  16      waits for isInvited(name), keeps name -|---+
     *       v                                                              |   |
     *     RIGHT             16 <-------------------------------------------+   |
     *       v                                                                  |
     *     AWAIT_IS_FRIEND   16      waits for isFriend(name), keeps name ----+ |
     *       v                                                                | |
     *     WHEN_TRUE         16 <---------------------------------------------|-+
     *      ----------------------------------------------------------------+ |
     *     WHEN_FALSE        16 <-------------------------------------------|-+
     *       v                                                              |
     *     DECIDED           16, 17 <---------------------------------------+
     *       v -------------------------------------------------------------+
     *     AWAIT_TITLE       17      waits for title(name), keeps name -----|-+
     *                                                                      | |
     *     ELSE              17 <-------------------------------------------+ |
     *       v                                                                |
     *     CHOSEN            17 <---------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class GreetFuture extends StateMachine<String, GreetFuture.State> {
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
            /** Waits for title(name). */ AWAIT_TITLE,

            // only passed through: no poll ends here
            /** Line 16. */ RIGHT,
            /** Line 16. */ WHEN_TRUE,
            /** Line 16. */ WHEN_FALSE,
            /** Lines 16, 17. */ DECIDED,
            /** Line 17. */ ELSE,
            /** Line 17. */ CHOSEN
        }

        /** A parameter. */ private String name;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         */
        private GreetFuture(String name) {
            super(State.START);
            this.name = name;
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
            boolean either = false; // not kept across any await
            String chosen = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: {
                        // 16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || ...
                        if (name.isEmpty()) {
                            next = State.RIGHT;
                            continue;
                        }
                        Future<Boolean> isInvited = Guests.isInvited(name);
                        Poll<?> polled = isInvited.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_IS_INVITED, isInvited);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_IS_INVITED: { // isInvited is ready
                        if ((Boolean) awaitedValue) {
                            next = State.WHEN_TRUE;
                            continue;
                        }
                    } // falls through
                    case RIGHT: {
                        Future<Boolean> isFriend = Guests.isFriend(name);
                        Poll<?> polled = isFriend.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_IS_FRIEND, isFriend);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_IS_FRIEND: { // isFriend is ready
                        if (!(Boolean) awaitedValue) {
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
                        boolean welcome = either;
                        // 17  return welcome ? "Hello " + await(title(name)) + name : "Sorry";
                        if (!welcome) {
                            next = State.ELSE;
                            continue;
                        }
                        Future<String> title = Guests.title(name);
                        Poll<?> polled = title.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_TITLE, title);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_TITLE: { // title is ready
                        chosen = "Hello " + (String) awaitedValue + name;
                        next = State.CHOSEN;
                        continue;
                    }
                    case ELSE: {
                        chosen = "Sorry";
                    } // falls through
                    case CHOSEN: {
                        return complete(State.DONE, chosen);
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
