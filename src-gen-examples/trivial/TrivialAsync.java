package trivial;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Trivial}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class TrivialAsync {
    private TrivialAsync() {}

    static TrivialFuture trivial() {
        return new TrivialFuture();
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int trivial() {
     *     System.out.println("Hello!");
     *     EventFuture e = event();
     *     int value = await(e);
     *     System.out.println("Got: " + value);
     *     return value * 2;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state    line  goes on to  awaits    keeps
     * START    17    AWAIT_E
     * AWAIT_E  19    DONE        await(e)
     * }</pre>
     */
    static final class TrivialFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_E,
            DONE,
            PANICKED,
            DROPPED
        }

        private TrivialFuture() {}

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
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
                    // Trivial.java:17  System.out.println("Hello!");
                    System.out.println("Hello!");
                    Trivial.EventFuture e = Trivial.event();
                    // Trivial.java:19  int value = await(e);
                    if (!(e.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_E, e);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_E: {
                    // Trivial.java:19, ready: int value = await(e);
                    int value = (Integer) output;
                    System.out.println("Got: " + value);
                    return complete(value * 2);
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

        private Poll<Integer> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
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
    }
}
