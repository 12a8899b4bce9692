package lesson_05_three_awaits;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Users}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UsersAsync {
    /** No instances. */
    private UsersAsync() {}

    /**
     * The factory of {@link Users#getUser}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static GetUserFuture getUser(int id) {
        return new GetUserFuture(id);
    }

    /**
     * The state machine of {@code getUser}, Users.java:16.
     *
     * <pre>{@code
     * 16  static String getUser(int id) {
     * 17      String resp = await(readData(id));
     * 18      String processed = await(process1(resp));
     * 19      String user = await(process2(processed));
     * 20      return "user " + id + ": " + user;
     * 21  }
     *
     *     START            17      keeps id
     *       v
     *     AWAIT_READ_DATA  17, 18  waits for readData(id), keeps id
     *       v
     *     AWAIT_PROCESS1   18, 19  waits for process1(resp), keeps id
     *       v
     *     AWAIT_PROCESS2   19, 20  waits for process2(processed), keeps id
     *       v
     *     DONE
     * }</pre>
     */
    static final class GetUserFuture extends StateMachine<String, GetUserFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for readData(id). */ AWAIT_READ_DATA,
            /** Waits for process1(resp). */ AWAIT_PROCESS1,
            /** Waits for process2(processed). */ AWAIT_PROCESS2
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private GetUserFuture(int id) {
            super(State.START);
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
                    // 17  String resp = await(readData(id));
                    Future<String> readData = Users.readData(id);
                    Poll<?> polled = readData.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_READ_DATA, readData);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_READ_DATA: { // readData is ready
                    String resp = (String) awaitedValue;
                    // 18  String processed = await(process1(resp));
                    Future<String> process1 = Users.process1(resp);
                    Poll<?> polled = process1.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_PROCESS1, process1);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_PROCESS1: { // process1 is ready
                    String processed = (String) awaitedValue;
                    // 19  String user = await(process2(processed));
                    Future<String> process2 = Users.process2(processed);
                    Poll<?> polled = process2.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_PROCESS2, process2);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_PROCESS2: { // process2 is ready
                    String user = (String) awaitedValue;
                    // 20
                    return complete(State.DONE, "user " + id + ": " + user);
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
