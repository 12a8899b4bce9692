package lesson_02_one_await;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Greeting}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class GreetingAsync {
    /** No instances. */
    private GreetingAsync() {}

    /**
     * The factory of {@link Greeting#greet}.
     *
     * @param greeting the parameter of the method
     * @return a future that has not run yet
     */
    static GreetFuture greet(String greeting) {
        return new GreetFuture(greeting);
    }

    /**
     * The state machine of {@code greet}, Greeting.java:16.
     *
     * <pre>{@code
     * 16  static String greet(String greeting) {
     * 17      String name = await(askName());
     * 18      return greeting + ", " + name + "!";
     * 19  }
     *
     *     START           17      keeps greeting
     *       v
     *     AWAIT_ASK_NAME  17, 18  waits for askName(), keeps greeting
     *       v
     *     DONE
     * }</pre>
     */
    static final class GreetFuture extends StateMachine<String, GreetFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for askName(). */ AWAIT_ASK_NAME
        }

        /** A parameter. */ private String greeting;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param greeting the parameter of the method
         */
        private GreetFuture(String greeting) {
            super(State.START);
            this.greeting = greeting;
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
                    // 17  String name = await(askName());
                    Future<String> askName = Greeting.askName();
                    Poll<?> polled = askName.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_ASK_NAME, askName);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_ASK_NAME: { // askName is ready
                    String name = (String) awaitedValue;
                    // 18
                    return complete(State.DONE, greeting + ", " + name + "!");
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            greeting = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
