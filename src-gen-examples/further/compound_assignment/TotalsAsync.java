package further.compound_assignment;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Totals}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class TotalsAsync {
    /** No instances. */
    private TotalsAsync() {}

    /**
     * The factory of {@link Totals#totals}.
     *
     * @param totals the parameter of the method
     * @return a future that has not run yet
     */
    static TotalsFuture totals(int[] totals) {
        return new TotalsFuture(totals);
    }

    /**
     * The state machine of {@code totals}, Totals.java:16.
     *
     * <pre>{@code
     * 16  static String totals(int[] totals) {
     * 17      int i = 0;
     * 18      totals[i++] += await(points());
     * 19      totals[i++] += await(bonus());
     * 20      byte b = 100;
     * 21      b += await(weight());
     * 22      String text = "b=" + b;
     * 23      text += await(label()) + i;
     * 24      return text;
     * 25  }
     *
     *     START         17, 18    keeps totals
     *       v
     *     AWAIT_POINTS  18, 19    waits for points(), keeps totals, i, index, old
     *       v
     *     AWAIT_BONUS   19 to 21  waits for bonus(), keeps totals, i, index_2, old_2
     *       v
     *     AWAIT_WEIGHT  21 to 23  waits for weight(), keeps i, b
     *       v
     *     AWAIT_LABEL   23, 24    waits for label(), keeps i, text
     *       v
     *     DONE
     * }</pre>
     */
    static final class TotalsFuture extends StateMachine<String, TotalsFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for points(). */ AWAIT_POINTS,
            /** Waits for bonus(). */ AWAIT_BONUS,
            /** Waits for weight(). */ AWAIT_WEIGHT,
            /** Waits for label(). */ AWAIT_LABEL
        }

        /** A parameter. */ private int[] totals;

        /** Read again after an await, in lines 19, 23. */ private int i;
        /** Read again after an await, in lines 21, 22. */ private byte b;
        /** Read again after an await, in lines 23, 24. */ private String text;

        /** Evaluated before an await in the same expression, in line 18. */ private int index;
        /** Evaluated before an await in the same expression, in line 18. */ private int old;
        /** Evaluated before an await in the same expression, in line 19. */ private int index_2;
        /** Evaluated before an await in the same expression, in line 19. */ private int old_2;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param totals the parameter of the method
         */
        private TotalsFuture(int[] totals) {
            super(State.START);
            this.totals = totals;
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
                    // 17
                    i = 0;
                    // 18  totals[i++] += await(points());
                    index = i++; // before the next await
                    old = totals[index]; // before the next await
                    Future<Integer> points = Totals.points();
                    Poll<?> polled = points.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_POINTS, points);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_POINTS: { // points is ready
                    totals[index] = old + (Integer) awaitedValue;
                    // 19  totals[i++] += await(bonus());
                    index_2 = i++; // before the next await
                    old_2 = totals[index_2]; // before the next await
                    Future<Integer> bonus = Totals.bonus();
                    Poll<?> polled = bonus.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_BONUS, bonus);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_BONUS: { // bonus is ready
                    totals[index_2] = old_2 + (Integer) awaitedValue;
                    totals = null; // last use
                    // 20
                    b = 100;
                    // 21  b += await(weight());
                    Future<Double> weight = Totals.weight();
                    Poll<?> polled = weight.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_WEIGHT, weight);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_WEIGHT: { // weight is ready
                    b += (Double) awaitedValue;
                    // 22
                    text = "b=" + b;
                    // 23  text += await(label()) + i;
                    Future<String> label = Totals.label();
                    Poll<?> polled = label.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LABEL, label);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LABEL: { // label is ready
                    text += (String) awaitedValue + i;
                    // 24
                    return complete(State.DONE, text);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            totals = null;
            text = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
