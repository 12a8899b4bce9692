package lesson_21_no_pin;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Neighbours}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class NeighboursAsync {
    /** No instances. */
    private NeighboursAsync() {}

    /**
     * The factory of {@link Neighbours#trivial}.
     *
     * @param e the parameter of the method
     * @return a future that has not run yet
     */
    static TrivialFuture trivial(Neighbours.Event e) {
        return new TrivialFuture(e);
    }

    /**
     * The factory of {@link Neighbours#pointsIntoItself}.
     *
     * @param e the parameter of the method
     * @return a future that has not run yet
     */
    static PointsIntoItselfFuture pointsIntoItself(Neighbours.Event e) {
        return new PointsIntoItselfFuture(e);
    }

    /**
     * The state machine of {@code trivial}, Neighbours.java:20.
     *
     * <pre>{@code
     * 20  static int trivial(Event e) {
     * 21      System.out.println("  Hello!");
     * 22      int value = await(e);
     * 23      System.out.println("  Got: " + value);
     * 24      return value * 2;
     * 25  }
     *
     *     START    21, 22    keeps e
     *       v
     *     AWAIT_E  22 to 24  waits for e
     *       v
     *     DONE
     * }</pre>
     */
    static final class TrivialFuture extends StateMachine<Integer, TrivialFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for e. */ AWAIT_E
        }

        /** A parameter. */ private Neighbours.Event e;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param e the parameter of the method
         */
        private TrivialFuture(Neighbours.Event e) {
            super(State.START);
            this.e = e;
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
                    // 21
                    System.out.println("  Hello!");
                    // 22  int value = await(e);
                    Neighbours.Event eFuture = e;
                    e = null; // last use
                    Poll<?> polled = eFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_E, eFuture);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_E: { // eFuture is ready
                    int value = awaitedValue;
                    // 23
                    System.out.println("  Got: " + value);
                    return complete(State.DONE, value * 2);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            e = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code pointsIntoItself}, Neighbours.java:28.
     *
     * <pre>{@code
     * 28  static String pointsIntoItself(Event e) {
     * 29      int[] numbers = {1, 2, 3};
     * 30      int[] view = numbers; // in Rust: a reference to another variable of the same future
     * 31      int value = await(e);
     * 32      numbers[0] = value;
     * 33      return "the view shows " + view[0];
     * 34  }
     *
     *     START    29 to 31  keeps e
     *       v
     *     AWAIT_E  31 to 33  waits for e, keeps numbers, view
     *       v
     *     DONE
     * }</pre>
     */
    static final class PointsIntoItselfFuture extends StateMachine<String, PointsIntoItselfFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for e. */ AWAIT_E
        }

        /** A parameter. */ private Neighbours.Event e;

        /** Read again after an await, in line 32. */ private int[] numbers;
        /** Read again after an await, in line 33. */ private int[] view;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param e the parameter of the method
         */
        private PointsIntoItselfFuture(Neighbours.Event e) {
            super(State.START);
            this.e = e;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
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
                    // 29
                    numbers = new int[] {1, 2, 3};
                    view = numbers; // in Rust: a reference to another variable of the same future
                    // 31  int value = await(e);
                    Neighbours.Event eFuture = e;
                    e = null; // last use
                    Poll<?> polled = eFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_E, eFuture);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_E: { // eFuture is ready
                    int value = awaitedValue;
                    // 32
                    numbers[0] = value;
                    return complete(State.DONE, "the view shows " + view[0]);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            e = null;
            numbers = null;
            view = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
