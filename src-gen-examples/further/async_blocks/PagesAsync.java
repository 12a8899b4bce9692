package further.async_blocks;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Pages}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class PagesAsync {
    /** No instances. */
    private PagesAsync() {}

    /**
     * The factory of {@link Pages#page}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static PageFuture page(int id) {
        return new PageFuture(id);
    }

    /**
     * The state machine of {@code page}, Pages.java:15.
     *
     * <pre>{@code
     * 15  static String page(int id) {
     * 16      String name = await(later("user " + id));
     * 17      var cart = async(() -> {
     * 18          System.out.println("the cart of " + name);
     * 19          return await(later(3 * id));
     * 20      });
     * 21      System.out.println("the cart has not been read yet");
     * 22      return name + " has " + await(cart) + " items";
     * 23  }
     *
     *     START        16        keeps id
     *       v
     *     AWAIT_LATER  16 to 22  waits for later("user " + id), keeps id
     *       v
     *     AWAIT_CART   22        waits for cart, keeps left
     *       v
     *     DONE
     * }</pre>
     */
    static final class PageFuture extends StateMachine<String, PageFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("user " + id). */ AWAIT_LATER,
            /** Waits for cart. */ AWAIT_CART
        }

        /** A parameter. */ private final int id;

        /** Evaluated before an await in the same expression, in line 22. */ private String left;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private PageFuture(int id) {
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
                    // 16  String name = await(later("user " + id));
                    Later<String> later = later("user " + id);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    String name = (String) awaitedValue;
                    // 17
                    TryFuture<Integer, RuntimeException> cart = new CartBlock(name, id);
                    System.out.println("the cart has not been read yet");
                    // 22  return name + " has " + await(cart) + " items";
                    left = name + " has "; // before the next await
                    Poll<?> polled = cart.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_CART, cart);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_CART: { // cart is ready
                    return complete(State.DONE, left + (Integer) awaitedValue + " items");
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            left = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }

        /**
         * The state machine of an async block in {@code page}, Pages.java:17.
         * A closure: its fields hold what the lambda captured.
         *
         * <pre>{@code
         * 17  () -> {
         * 18      System.out.println("the cart of " + name);
         * 19      return await(later(3 * id));
         * 20  }
         *
         *     START        18, 19  keeps name, id
         *       v
         *     AWAIT_LATER  19      waits for later(3 * id)
         *       v
         *     DONE
         * }</pre>
         */
        private static final class CartBlock
                extends StateMachine<Integer, CartBlock.State> implements TryFuture<Integer, RuntimeException> {
            /** The states. */
            private enum State {
                // in every async fn
                /** Not polled yet. */ START,
                /** It has its value. */ DONE,
                /** It is being polled, or a poll has failed. */ PANICKED,
                /** It was abandoned. */ DROPPED,

                // where this async fn waits
                /** Waits for later(3 * id). */ AWAIT_LATER
            }

            /** Captured: its value when the block was created. */ private String name;
            /** Captured: its value when the block was created. */ private final int id;

            /**
             * Creates the future; nothing runs yet.
             *
             * @param name captured
             * @param id captured
             */
            private CartBlock(String name, int id) {
                super(State.START);
                this.name = name;
                this.id = id;
            }

            @Override
            @SuppressWarnings("fallthrough")
            public Poll<Integer> poll(Context cx) throws Exception {
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
                        // 18
                        System.out.println("the cart of " + name);
                        name = null; // last use
                        // 19  return await(later(3 * id));
                        Later<Integer> later = later(3 * id);
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        return complete(State.DONE, (Integer) awaitedValue);
                    }
                    default:
                        throw ended(next);
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
}
