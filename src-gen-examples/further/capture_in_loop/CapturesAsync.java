package further.capture_in_loop;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Captures}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class CapturesAsync {
    /** No instances. */
    private CapturesAsync() {}

    /**
     * The factory of {@link Captures#suppliers}.
     *
     * @param n the parameter of the method
     * @return a future that has not run yet
     */
    static SuppliersFuture suppliers(int n) {
        return new SuppliersFuture(n);
    }

    /**
     * The state machine of {@code suppliers}, Captures.java:18.
     *
     * <pre>{@code
     * 18  static List<Supplier<String>> suppliers(int n) {
     * 19      List<Supplier<String>> suppliers = new ArrayList<>();
     * 20      for (int i = 0; i < n; i++) {
     * 21          int square = i * i;
     * 22          String name = await(describe(i));
     * 23          suppliers.add(() -> name + " = " + square);
     * 24      }
     * 25      return suppliers;
     * 26  }
     *
     *     START           19, 20      keeps n
     *       v
     *     LOOP            20 to 22 <--------------------------------------------------------+
     *       v ------------------------------------------------------------------------------|-+
     *     AWAIT_DESCRIBE  20, 22, 23  waits for describe(i), keeps n, suppliers, i, square -+ |
     *                                                                                         |
     *     AFTER_LOOP      25 <----------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class SuppliersFuture extends StateMachine<List<Supplier<String>>, SuppliersFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for describe(i). */ AWAIT_DESCRIBE,

            // only passed through: no poll ends here
            /** Lines 20 to 22. */ LOOP,
            /** Line 25. */ AFTER_LOOP
        }

        /** A parameter. */ private final int n;

        /** Read again after an await, in lines 23, 25. */ private List<Supplier<String>> suppliers;
        /** Read again after an await, in lines 20 to 22. */ private int i;
        /** Read again after an await, in line 23. */ private int square;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param n the parameter of the method
         */
        private SuppliersFuture(int n) {
            super(State.START);
            this.n = n;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<List<Supplier<String>>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 19
                        suppliers = new ArrayList<>();
                        // 20  for (int i = 0;
                        i = 0;
                    } // falls through
                    case LOOP: {
                        // 20      i < n;
                        if (!(i < n)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 21
                        square = i * i;
                        // 22  String name = await(describe(i));
                        Future<String> describe = Captures.describe(i);
                        Poll<?> polled = describe.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_DESCRIBE, describe);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_DESCRIBE: { // describe is ready
                        String name = (String) awaitedValue;
                        // 23
                        int square = this.square; // what is captured must not change
                        suppliers.add(() -> name + " = " + square);
                        // 20      i++) {
                        i++;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 25
                        return complete(State.DONE, suppliers);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            suppliers = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
