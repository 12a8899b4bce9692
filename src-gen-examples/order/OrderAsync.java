package order;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Order}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class OrderAsync {
    private OrderAsync() {}

    static NestedFuture nested() {
        return new NestedFuture();
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int nested() {
     *     return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD())) + eval("e", 10000);
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state          line  goes on to     awaits           keeps
     * START          16    AWAIT_FETCH_B
     * AWAIT_FETCH_B  16    AWAIT_FETCH_D  await(fetchB())  eval
     * AWAIT_FETCH_D  16    DONE           await(fetchD())  eval, fetchB, eval_2
     * }</pre>
     */
    static final class NestedFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** Operands evaluated before an await in their expression. */
        private int eval;
        private int fetchB;
        private int eval_2;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_FETCH_B,
            AWAIT_FETCH_D,
            DONE,
            PANICKED,
            DROPPED
        }

        private NestedFuture() {}

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
                    // Order.java:16  return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD() ...
                    eval = Order.eval("a", 1); // before the await
                    Future<Integer> fetchBFuture = Order.fetchB();
                    if (!(fetchBFuture.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_FETCH_B, fetchBFuture);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_FETCH_B: {
                    // Order.java:16, ready: return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD() ...
                    fetchB = (Integer) output; // before the await
                    eval_2 = Order.eval("c", 100); // before the await
                    Future<Integer> fetchD = Order.fetchD();
                    if (!(fetchD.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_FETCH_D, fetchD);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_FETCH_D: {
                    // Order.java:16, ready: return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD() ...
                    return complete(Order.sum(eval, fetchB, eval_2, (Integer) output) + Order.eval("e", 10000));
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
            suspendedAt = at;
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

        @Override
        public String suspendedAt() {
            return suspendedAt.name();
        }
    }
}
