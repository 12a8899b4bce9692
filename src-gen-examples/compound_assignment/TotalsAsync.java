package compound_assignment;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Totals}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class TotalsAsync {
    private TotalsAsync() {}

    static TotalsFuture totals(int[] totals) {
        return new TotalsFuture(totals);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String totals(int[] totals) {
     *     int i = 0;
     *     totals[i++] += await(points());
     *     totals[i++] += await(bonus());
     *     byte b = 100;
     *     b += await(weight());
     *     String text = "b=" + b;
     *     text += await(label()) + i;
     *     return text;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state         line  goes on to    awaits           keeps
     * START         17    AWAIT_POINTS                   totals
     * AWAIT_POINTS  18    AWAIT_BONUS   await(points())  totals, i, index, old
     * AWAIT_BONUS   19    AWAIT_WEIGHT  await(bonus())   totals, i, index_2, old_2
     * AWAIT_WEIGHT  21    AWAIT_LABEL   await(weight())  i, b
     * AWAIT_LABEL   23    DONE          await(label())   i, text
     * }</pre>
     */
    static final class TotalsFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private int[] totals;

        /** Locals that live across an await. */
        private int i;
        private byte b;
        private String text;

        /** Operands evaluated before an await in their expression. */
        private int index;
        private int old;
        private int index_2;
        private int old_2;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_POINTS,
            AWAIT_BONUS,
            AWAIT_WEIGHT,
            AWAIT_LABEL,
            DONE,
            PANICKED,
            DROPPED
        }

        private TotalsFuture(int[] totals) {
            this.totals = totals;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
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
                    // Totals.java:17  int i = 0;
                    i = 0;
                    // Totals.java:18  totals[i++] += await(points());
                    index = i++; // before the await
                    old = totals[index]; // before the await
                    Future<Integer> points = Totals.points();
                    if (!(points.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_POINTS, points);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_POINTS: {
                    // Totals.java:18, ready: totals[i++] += await(points());
                    totals[index] = old + (Integer) output;
                    // Totals.java:19  totals[i++] += await(bonus());
                    index_2 = i++; // before the await
                    old_2 = totals[index_2]; // before the await
                    Future<Integer> bonus = Totals.bonus();
                    if (!(bonus.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_BONUS, bonus);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_BONUS: {
                    // Totals.java:19, ready: totals[i++] += await(bonus());
                    totals[index_2] = old_2 + (Integer) output;
                    totals = null; // last use
                    b = 100;
                    // Totals.java:21  b += await(weight());
                    Future<Double> weight = Totals.weight();
                    if (!(weight.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_WEIGHT, weight);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_WEIGHT: {
                    // Totals.java:21, ready: b += await(weight());
                    b += (Double) output;
                    text = "b=" + b;
                    // Totals.java:23  text += await(label()) + i;
                    Future<String> label = Totals.label();
                    if (!(label.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_LABEL, label);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_LABEL: {
                    // Totals.java:23, ready: text += await(label()) + i;
                    text += (String) output + i;
                    return complete(text);
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

        private Poll<String> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            this.text = null;
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
            this.totals = null;
            this.text = null;
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
