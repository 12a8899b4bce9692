package lesson_19_virtual;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Dispatch}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class DispatchAsync {
    /** No instances. */
    private DispatchAsync() {}

    /**
     * The factory of {@link Dispatch#greet}.
     *
     * @param users the parameter of the method
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static GreetFuture greet(UserRepo users, long id) {
        return new GreetFuture(users, id);
    }

    /**
     * The state machine of {@code greet}, Dispatch.java:16.
     *
     * <pre>{@code
     * 16  static String greet(UserRepo users, long id) throws IOException {
     * 17      return "hello " + await(users.find(id));
     * 18  }
     *
     *     START       17  keeps users, id
     *       v
     *     AWAIT_FIND  17  waits for users.find(id)
     *       v
     *     DONE
     * }</pre>
     */
    static final class GreetFuture
            extends StateMachine<String, GreetFuture.State> implements TryFuture<String, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for users.find(id). */ AWAIT_FIND
        }

        /** A parameter. */ private UserRepo users;
        /** A parameter. */ private final long id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param users the parameter of the method
         * @param id the parameter of the method
         */
        private GreetFuture(UserRepo users, long id) {
            super(State.START);
            this.users = users;
            this.id = id;
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
                    // 17  return "hello " + await(users.find(id));
                    Future<String> find = UserRepoAsync.find(users, id);
                    users = null; // last use
                    Poll<?> polled = find.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_FIND, find);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_FIND: { // find is ready
                    return complete(State.DONE, "hello " + (String) awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            users = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
