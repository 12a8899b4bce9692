package get_user_linear;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Users}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class UsersAsync {
    private UsersAsync() {}

    static GetUserFuture getUser(int id) {
        return new GetUserFuture(id);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String getUser(int id) {
     *     String resp = await(readData(id));
     *     String processed = await(process1(resp));
     *     String user = await(process2(processed));
     *     return "user " + id + ": " + user;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state            line  goes on to       awaits                      keeps
     * START            16    AWAIT_READ_DATA                              id
     * AWAIT_READ_DATA  16    AWAIT_PROCESS1   await(readData(id))         id
     * AWAIT_PROCESS1   17    AWAIT_PROCESS2   await(process1(resp))       id
     * AWAIT_PROCESS2   18    DONE             await(process2(processed))  id
     * }</pre>
     */
    static final class GetUserFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private int id;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_READ_DATA,
            AWAIT_PROCESS1,
            AWAIT_PROCESS2,
            DONE,
            PANICKED,
            DROPPED
        }

        private GetUserFuture(int id) {
            this.id = id;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            switch (resumed) {
                case START: {
                    // Users.java:16  String resp = await(readData(id));
                    Future<String> readData = Users.readData(id);
                    if (!(readData.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_READ_DATA, readData);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_READ_DATA: {
                    // Users.java:16, ready: String resp = await(readData(id));
                    String resp = (String) output;
                    // Users.java:17  String processed = await(process1(resp));
                    Future<String> process1 = Users.process1(resp);
                    if (!(process1.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_PROCESS1, process1);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_PROCESS1: {
                    // Users.java:17, ready: String processed = await(process1(resp));
                    String processed = (String) output;
                    // Users.java:18  String user = await(process2(processed));
                    Future<String> process2 = Users.process2(processed);
                    if (!(process2.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_PROCESS2, process2);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_PROCESS2: {
                    // Users.java:18, ready: String user = await(process2(processed));
                    String user = (String) output;
                    return complete("user " + id + ": " + user);
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

        private Poll<String> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
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
