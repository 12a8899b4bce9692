package completion_stage;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Quotes}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class QuotesAsync {
    private QuotesAsync() {}

    static TotalFuture total(String... shares) {
        return new TotalFuture(shares);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int total(String... shares) throws IOException {
     *     int total = 0;
     *     for (String share : shares) {
     *         total += await(price(share), IOException.class);
     *     }
     *     return total;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to               awaits                                  keeps
     * START        17    LOOP                                                             shares
     * LOOP         18    AFTER_LOOP, AWAIT_PRICE
     * AWAIT_PRICE  19    LOOP                     await(price(share), IOException.class)  total, shareArray, shareIndex
     * AFTER_LOOP   21    DONE
     * }</pre>
     */
    static final class TotalFuture implements TryFuture<Integer, IOException>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String[] shares;

        /** Locals that live across an await. */
        private int total;
        private String[] shareArray;
        private int shareIndex;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            LOOP,
            AWAIT_PRICE,
            AFTER_LOOP,
            DONE,
            PANICKED,
            DROPPED
        }

        private TotalFuture(String[] shares) {
            this.shares = shares;
        }

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
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Quotes.java:17  int total = 0;
                        total = 0;
                        // Quotes.java:18  for (String share : shares) {
                        shareArray = shares;
                        shares = null; // last use
                        shareIndex = 0;
                    } // falls through
                    case LOOP: {
                        // Quotes.java:18  for (String share : shares) {
                        if (shareIndex >= shareArray.length) {
                            resumed = State.AFTER_LOOP;
                            continue;
                        }
                        String share = shareArray[shareIndex++];
                        // Quotes.java:19  total += await(price(share), IOException.class);
                        var price = TryFuture.from(Quotes.price(share), IOException.class);
                        if (!(price.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_PRICE, price);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_PRICE: {
                        // Quotes.java:19, ready: total += await(price(share), IOException.class);
                        total += (Integer) output;
                        resumed = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // Quotes.java:21  return total;
                        return complete(total);
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

        private Poll<Integer> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            this.shareArray = null;
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
            this.shares = null;
            this.shareArray = null;
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
