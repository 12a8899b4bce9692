package lesson_12_executors;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.Iterator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Units}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UnitsAsync {
    /** No instances. */
    private UnitsAsync() {}

    /**
     * Goes to a position. ({@code goto} is a reserved word in Java.)
     *
     * <p>See {@link Units#goTo}.
     *
     * @param unit the parameter of the method
     * @param pos the parameter of the method
     * @return a future that has not run yet
     */
    static GoToFuture goTo(Units.Unit unit, int pos) {
        return new GoToFuture(unit, pos);
    }

    /**
     * The factory of {@link Units#patrol}.
     *
     * @param unit the parameter of the method
     * @param poses the parameter of the method
     * @param rounds the parameter of the method
     * @return a future that has not run yet
     */
    static PatrolFuture patrol(Units.Unit unit, List<Integer> poses, int rounds) {
        return new PatrolFuture(unit, poses, rounds);
    }

    /**
     * The state machine of {@code goTo}, Units.java:17.
     *
     * <pre>{@code
     * 17  static void goTo(Unit unit, int pos) {
     * 18      await(new UnitGotoFuture(unit, pos));
     * 19  }
     *
     *     START                   18      keeps unit, pos
     *       v
     *     AWAIT_UNIT_GOTO_FUTURE  18, 19  waits for new UnitGotoFuture(unit, pos)
     *       v
     *     DONE
     * }</pre>
     */
    static final class GoToFuture extends StateMachine<Void, GoToFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for new UnitGotoFuture(unit, pos). */ AWAIT_UNIT_GOTO_FUTURE
        }

        /** A parameter. */ private Units.Unit unit;
        /** A parameter. */ private final int pos;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param unit the parameter of the method
         * @param pos the parameter of the method
         */
        private GoToFuture(Units.Unit unit, int pos) {
            super(State.START);
            this.unit = unit;
            this.pos = pos;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                take(polled);
            }
            switch (next) {
                case START: {
                    // 18  await(new UnitGotoFuture(unit, pos));
                    Units.UnitGotoFuture unitGotoFuture = new Units.UnitGotoFuture(unit, pos);
                    unit = null; // last use
                    Poll<?> polled = unitGotoFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_UNIT_GOTO_FUTURE, unitGotoFuture);
                    take(polled);
                } // ready at once: falls through
                case AWAIT_UNIT_GOTO_FUTURE: { // unitGotoFuture is ready
                    // 19
                    return complete(State.DONE, null);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            unit = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code patrol}, Units.java:22.
     *
     * <pre>{@code
     * 22  static int patrol(Unit unit, List<Integer> poses, int rounds) {
     * 23      int legs = 0;
     * 24      for (int round = 0; round < rounds; round++) {
     * 25          for (int pos : poses) {
     * 26              goTo(unit, pos);
     * 27              legs++;
     * 28          }
     * 29      }
     * 30      return legs;
     * 31  }
     *
     *     START        23, 24
     *       v                  keeps unit, poses, rounds
     *     LOOP_ROUND   24, 25 <---------------------------------------------------------+
     *       v --------------------------------------------------------------------------|-+
     *     LOOP_POS     25, 26 <-----------------------------------------------------+   | |
     *       v ----------------------------------------------------------------------|-+ | |
     *     AWAIT_GO_TO  26, 27  waits for goTo(unit, pos) ---------------------------+ | | |
     *                          keeps unit, poses, rounds, legs, round, posIterator    | | |
     *     LOOP_UPDATE  24 <-----------------------------------------------------------+ | |
     *      -----------------------------------------------------------------------------+ |
     *     AFTER_LOOP   30 <---------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class PatrolFuture extends StateMachine<Integer, PatrolFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for goTo(unit, pos). */ AWAIT_GO_TO,

            // only passed through: no poll ends here
            /** Lines 24, 25. */ LOOP_ROUND,
            /** Lines 25, 26. */ LOOP_POS,
            /** Line 24. */ LOOP_UPDATE,
            /** Line 30. */ AFTER_LOOP
        }

        /** A parameter. */ private Units.Unit unit;
        /** A parameter. */ private List<Integer> poses;
        /** A parameter. */ private final int rounds;

        /** Read again after an await, in lines 27, 30. */ private int legs;
        /** Read again after an await, in line 24. */ private int round;
        /** Read again after an await, in line 25. */ private Iterator<Integer> posIterator;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param unit the parameter of the method
         * @param poses the parameter of the method
         * @param rounds the parameter of the method
         */
        private PatrolFuture(Units.Unit unit, List<Integer> poses, int rounds) {
            super(State.START);
            this.unit = unit;
            this.poses = poses;
            this.rounds = rounds;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 23
                        legs = 0;
                        // 24  for (int round = 0;
                        round = 0;
                    } // falls through
                    case LOOP_ROUND: {
                        // 24      round < rounds;
                        if (!(round < rounds)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 25  for (int pos : poses) {
                        posIterator = poses.iterator();
                    } // falls through
                    case LOOP_POS: {
                        // 25      int pos
                        if (!posIterator.hasNext()) {
                            next = State.LOOP_UPDATE;
                            continue;
                        }
                        int pos = posIterator.next();
                        // 26  goTo(unit, pos);
                        GoToFuture goTo = UnitsAsync.goTo(unit, pos);
                        Poll<?> polled = goTo.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_GO_TO, goTo);
                        take(polled);
                    } // ready at once: falls through
                    case AWAIT_GO_TO: { // goTo is ready
                        // 27
                        legs++;
                        next = State.LOOP_POS;
                        continue;
                    }
                    case LOOP_UPDATE: {
                        // 24      round++) {
                        posIterator = null; // not needed any more
                        round++;
                        next = State.LOOP_ROUND;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 30
                        return complete(State.DONE, legs);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            unit = null;
            poses = null;
            posIterator = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
