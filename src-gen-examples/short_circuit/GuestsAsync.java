package short_circuit;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Guests}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class GuestsAsync {
    private GuestsAsync() {}

    static GreetFuture greet(String name) {
        return new GreetFuture(name);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String greet(String name) {
     *     boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
     *     return welcome ? "Hello " + await(title(name)) + name : "Sorry";
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state             line  goes on to               awaits                  keeps
     * START             16    RIGHT, AWAIT_IS_INVITED                          name
     * AWAIT_IS_INVITED  16    WHEN_TRUE, RIGHT         await(isInvited(name))  name
     * RIGHT             16    AWAIT_IS_FRIEND
     * AWAIT_IS_FRIEND   16    WHEN_TRUE, WHEN_FALSE    await(isFriend(name))   name
     * WHEN_TRUE         16    DECIDED
     * WHEN_FALSE        16    DECIDED
     * DECIDED           16    ELSE, AWAIT_TITLE
     * AWAIT_TITLE       17    CHOSEN                   await(title(name))      name
     * ELSE              17    CHOSEN
     * CHOSEN            17    DONE
     * }</pre>
     */
    static final class GreetFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String name;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_IS_INVITED,
            RIGHT,
            AWAIT_IS_FRIEND,
            WHEN_TRUE,
            WHEN_FALSE,
            DECIDED,
            AWAIT_TITLE,
            ELSE,
            CHOSEN,
            DONE,
            PANICKED,
            DROPPED
        }

        private GreetFuture(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            boolean either = false;
            String chosen = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Guests.java:16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        if (name.isEmpty()) {
                            resumed = State.RIGHT;
                            continue;
                        }
                        Future<Boolean> isInvited = Guests.isInvited(name);
                        if (!(isInvited.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_IS_INVITED, isInvited);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_IS_INVITED: {
                        // Guests.java:16, ready: boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        if ((Boolean) output) {
                            resumed = State.WHEN_TRUE;
                            continue;
                        }
                    } // falls through
                    case RIGHT: {
                        // Guests.java:16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        Future<Boolean> isFriend = Guests.isFriend(name);
                        if (!(isFriend.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_IS_FRIEND, isFriend);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_IS_FRIEND: {
                        // Guests.java:16, ready: boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        if (!(Boolean) output) {
                            resumed = State.WHEN_FALSE;
                            continue;
                        }
                    } // falls through
                    case WHEN_TRUE: {
                        // Guests.java:16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        either = true;
                        resumed = State.DECIDED;
                        continue;
                    }
                    case WHEN_FALSE: {
                        // Guests.java:16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        either = false;
                    } // falls through
                    case DECIDED: {
                        // Guests.java:16  boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isF ...
                        boolean welcome = either;
                        // Guests.java:17  return welcome ? "Hello " + await(title(name)) + name : "Sorry";
                        if (!welcome) {
                            resumed = State.ELSE;
                            continue;
                        }
                        Future<String> title = Guests.title(name);
                        if (!(title.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_TITLE, title);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_TITLE: {
                        // Guests.java:17, ready: return welcome ? "Hello " + await(title(name)) + name : "Sorry";
                        chosen = "Hello " + (String) output + name;
                        resumed = State.CHOSEN;
                        continue;
                    }
                    case ELSE: {
                        // Guests.java:17  return welcome ? "Hello " + await(title(name)) + name : "Sorry";
                        chosen = "Sorry";
                    } // falls through
                    case CHOSEN: {
                        // Guests.java:17  return welcome ? "Hello " + await(title(name)) + name : "Sorry";
                        return complete(chosen);
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
        }

        private Poll<String> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            this.name = null;
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
            this.name = null;
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
