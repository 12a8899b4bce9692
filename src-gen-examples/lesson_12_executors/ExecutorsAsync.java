package lesson_12_executors;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Executors}: each factory makes a future that has not run yet.
 *
 * <p>Code checkers are off here: they check the bodies where these are written.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class ExecutorsAsync {
    /** No instances. */
    private ExecutorsAsync() {}

    /**
     * The factory of {@link Executors#count}.
     *
     * @param name as in the method
     * @param to as in the method
     * @return a future that has not run yet
     */
    static CountFuture count(String name, int to) {
        return new CountFuture(name, to);
    }

    /**
     * The state machine of {@code count}, Executors.java:24.
     *
     * <pre>{@code
     * 24  static int count(String name, int to) {
     * 25      for (int n = 1; n <= to; n++) {
     * 26          System.out.println("  " + name + " " + n);
     * 27          await(later("a moment"));
     * 28      }
     * 29      return to;
     * 30  }
     *
     *     START        25        keeps name, to
     *       v
     *     LOOP         25 to 27 <------------------------------------------------+
     *       v -------------------------------------------------------------------|-+
     *     AWAIT_LATER  25, 27    waits for later("a moment"), keeps name, to, n -+ |
     *                                                                              |
     *     AFTER_LOOP   29 <--------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class CountFuture extends StateMachine<Integer, CountFuture.State> {
        /** The states. */
        private enum State {
            // as every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this one waits
            /** Waits for later("a moment"). */ AWAIT_LATER,

            // only passed through: no poll ends here
            /** Lines 25 to 27. */ LOOP,
            /** Line 29. */ AFTER_LOOP
        }

        /** A parameter. */ private String name;
        /** A parameter. */ private final int to;

        /** Read again after an await, in lines 25, 26. */ private int n;

        /**
         * Called by the factory.
         *
         * @param name as in the method
         * @param to as in the method
         */
        private CountFuture(String name, int to) {
            super(State.START);
            this.name = name;
            this.to = to;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>))
                    return suspend(next, awaited);
                awaited = null;
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 25  for (int n = 1;
                        n = 1;
                    } // falls through
                    case LOOP: {
                        // 25      n <= to;
                        if (!(n <= to)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 26
                        System.out.println("  " + name + " " + n);
                        // 27  await(later("a moment"));
                        Later<String> later = later("a moment");
                        if (!(later.poll(cx) instanceof Poll.Ready<?>))
                            return suspend(State.AWAIT_LATER, later);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        // 25      n++) {
                        n++;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 29
                        return complete(State.DONE, to);
                    }
                    default:
                        throw ended(next);
                }
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
