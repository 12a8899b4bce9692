package lesson_03_poll_at_once;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Price}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class PriceAsync {
    /** No instances. */
    private PriceAsync() {}

    /**
     * The factory of {@link Price#total}.
     *
     * @param price the parameter of the method
     * @param count the parameter of the method
     * @return a future that has not run yet
     */
    static TotalFuture total(Future<Integer> price, Future<Integer> count) {
        return new TotalFuture(price, count);
    }

    /**
     * The state machine of {@code total}, Price.java:19.
     *
     * <pre>{@code
     * 19  static int total(Future<Integer> price, Future<Integer> count) {
     * 20      int each = await(price);
     * 21      int many = await(count);
     * 22      return each * many;
     * 23  }
     *
     *     START        20      keeps price, count
     *       v
     *     AWAIT_PRICE  20, 21  waits for price, keeps count
     *       v
     *     AWAIT_COUNT  21, 22  waits for count, keeps each
     *       v
     *     DONE
     * }</pre>
     */
    static final class TotalFuture extends StateMachine<Integer, TotalFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for price. */ AWAIT_PRICE,
            /** Waits for count. */ AWAIT_COUNT
        }

        /** A parameter. */ private Future<Integer> price;
        /** A parameter. */ private Future<Integer> count;

        /** Read again after an await, in line 22. */ private int each;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param price the parameter of the method
         * @param count the parameter of the method
         */
        private TotalFuture(Future<Integer> price, Future<Integer> count) {
            super(State.START);
            this.price = price;
            this.count = count;
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
                    // 20  int each = await(price);
                    Future<Integer> priceFuture = price;
                    price = null; // last use
                    Poll<?> polled = priceFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_PRICE, priceFuture);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_PRICE: { // priceFuture is ready
                    each = awaitedValue;
                    // 21  int many = await(count);
                    Future<Integer> countFuture = count;
                    count = null; // last use
                    Poll<?> polled = countFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_COUNT, countFuture);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_COUNT: { // countFuture is ready
                    int many = awaitedValue;
                    // 22
                    return complete(State.DONE, each * many);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            price = null;
            count = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
