package further.completion_stage;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Quotes}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class QuotesAsync {
    /** No instances. */
    private QuotesAsync() {}

    /**
     * The factory of {@link Quotes#total}.
     *
     * @param shares the parameter of the method
     * @return a future that has not run yet
     */
    static TotalFuture total(String... shares) {
        return new TotalFuture(shares);
    }

    /**
     * The state machine of {@code total}, Quotes.java:16.
     *
     * <pre>{@code
     * 16  static int total(String... shares) throws IOException {
     * 17      int total = 0;
     * 18      for (String share : shares) {
     * 19          total += await(price(share), IOException.class);
     * 20      }
     * 21      return total;
     * 22  }
     *
     *     START        17, 18  keeps shares
     *       v
     *     LOOP         18, 19 <-------------------------------------------------------------+
     *       v ------------------------------------------------------------------------------|-+
     *     AWAIT_PRICE  19      waits for price(share), keeps total, shareArray, shareIndex -+ |
     *                                                                                         |
     *     AFTER_LOOP   21 <-------------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class TotalFuture
            extends StateMachine<Integer, TotalFuture.State> implements TryFuture<Integer, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for price(share). */ AWAIT_PRICE,

            // only passed through: no poll ends here
            /** Lines 18, 19. */ LOOP,
            /** Line 21. */ AFTER_LOOP
        }

        /** A parameter. */ private String[] shares;

        /** Read again after an await, in lines 19, 21. */ private int total;
        /** Read again after an await, in line 18. */ private String[] shareArray;
        /** Read again after an await, in line 18. */ private int shareIndex;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param shares the parameter of the method
         */
        private TotalFuture(String[] shares) {
            super(State.START);
            this.shares = shares;
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
            for (;;) {
                switch (next) {
                    case START: {
                        // 17
                        total = 0;
                        // 18  for (String share : shares) {
                        shareArray = shares;
                        shares = null; // last use
                        shareIndex = 0;
                    } // falls through
                    case LOOP: {
                        // 18      String share
                        if (!(shareIndex < shareArray.length)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        String share = shareArray[shareIndex++];
                        // 19  total += await(price(share), IOException.class);
                        var price = TryFuture.from(Quotes.price(share), IOException.class);
                        Poll<?> polled = price.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_PRICE, price);
                        awaitedValue = (int) take(polled);
                    } // ready at once: falls through
                    case AWAIT_PRICE: { // price is ready
                        total += awaitedValue;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 21
                        return complete(State.DONE, total);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            shares = null;
            shareArray = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
