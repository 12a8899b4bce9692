package goto_patrol;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.Iterator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Units}: each factory makes a future that has not run yet.
 *
 * <p>Code checkers are off here: they check the bodies where these are written.
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
     * @param unit as in the method
     * @param pos as in the method
     * @return a future that has not run yet
     */
    static GoToFuture goTo(Units.Unit unit, int pos) {
        return new GoToFuture(unit, pos);
    }

    /**
     * The factory of {@link Units#patrol}.
     *
     * @param unit as in the method
     * @param poses as in the method
     * @param rounds as in the method
     * @return a future that has not run yet
     */
    static PatrolFuture patrol(Units.Unit unit, List<Integer> poses, int rounds) {
        return new PatrolFuture(unit, poses, rounds);
    }

    /**
     * The state machine of {@code goTo}, Units.java:18.
     *
     * <pre>{@code
     * 18  static void goTo(Unit unit, int pos) {
     * 19      await(new UnitGotoFuture(unit, pos));
     * 20  }
     *
     *     START                   19      keeps unit, pos
     *       v
     *     AWAIT_UNIT_GOTO_FUTURE  19, 20  waits for new UnitGotoFuture(unit, pos)
     *       v
     *     DONE
     * }</pre>
     */
    static final class GoToFuture extends StateMachine<Void, GoToFuture.State> {
        /** The states. */
        private enum State {
            // as every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this one waits
            /** Waits for new UnitGotoFuture(unit, pos). */ AWAIT_UNIT_GOTO_FUTURE
        }

        /** A parameter. */ private Units.Unit unit;
        /** A parameter. */ private final int pos;

        /**
         * Called by the factory.
         *
         * @param unit as in the method
         * @param pos as in the method
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
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>))
                    return suspend(next);
                awaited = null;
            }
            switch (next) {
                case START: {
                    // 19  await(new UnitGotoFuture(unit, pos));
                    Units.UnitGotoFuture unitGotoFuture = new Units.UnitGotoFuture(unit, pos);
                    unit = null; // last use
                    if (!(unitGotoFuture.poll(cx) instanceof Poll.Ready<?>))
                        return suspend(State.AWAIT_UNIT_GOTO_FUTURE, unitGotoFuture);
                } // ready at once: falls through
                case AWAIT_UNIT_GOTO_FUTURE: { // unitGotoFuture is ready
                    // 20
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
     * The state machine of {@code patrol}, Units.java:23.
     *
     * <pre>{@code
     * 23  static int patrol(Unit unit, List<Integer> poses, int rounds) {
     * 24      int legs = 0;
     * 25      for (int round = 0; round < rounds; round++) {
     * 26          for (int pos : poses) {
     * 27              goTo(unit, pos);
     * 28              legs++;
     * 29          }
     * 30      }
     * 31      return legs;
     * 32  }
     *
     *     START        24, 25
     *       v                  keeps unit, poses, rounds
     *     LOOP_ROUND   25, 26 <---------------------------------------------------------+
     *       v --------------------------------------------------------------------------|-+
     *     LOOP_POS     26, 27 <-----------------------------------------------------+   | |
     *       v ----------------------------------------------------------------------|-+ | |
     *     AWAIT_GO_TO  27, 28  waits for goTo(unit, pos) ---------------------------+ | | |
     *                          keeps unit, poses, rounds, legs, round, posIterator    | | |
     *     LOOP_UPDATE  25 <-----------------------------------------------------------+ | |
     *      -----------------------------------------------------------------------------+ |
     *     AFTER_LOOP   31 <---------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class PatrolFuture extends StateMachine<Integer, PatrolFuture.State> {
        /** The states. */
        private enum State {
            // as every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this one waits
            /** Waits for goTo(unit, pos). */ AWAIT_GO_TO,

            // only passed through: no poll ends here
            /** Lines 25, 26. */ LOOP_ROUND,
            /** Lines 26, 27. */ LOOP_POS,
            /** Line 25. */ LOOP_UPDATE,
            /** Line 31. */ AFTER_LOOP
        }

        /** A parameter. */ private Units.Unit unit;
        /** A parameter. */ private List<Integer> poses;
        /** A parameter. */ private final int rounds;

        /** Read again after an await, in lines 28, 31. */ private int legs;
        /** Read again after an await, in line 25. */ private int round;
        /** Read again after an await, in line 26. */ private Iterator<Integer> posIterator;

        /**
         * Called by the factory.
         *
         * @param unit as in the method
         * @param poses as in the method
         * @param rounds as in the method
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
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>))
                    return suspend(next);
                awaited = null;
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 24
                        legs = 0;
                        // 25  for (int round = 0;
                        round = 0;
                    } // falls through
                    case LOOP_ROUND: {
                        // 25      round < rounds;
                        if (!(round < rounds)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 26  for (int pos : poses) {
                        posIterator = poses.iterator();
                    } // falls through
                    case LOOP_POS: {
                        // 26      int pos
                        if (!posIterator.hasNext()) {
                            next = State.LOOP_UPDATE;
                            continue;
                        }
                        int pos = posIterator.next();
                        // 27  goTo(unit, pos);
                        GoToFuture goTo = UnitsAsync.goTo(unit, pos);
                        if (!(goTo.poll(cx) instanceof Poll.Ready<?>))
                            return suspend(State.AWAIT_GO_TO, goTo);
                    } // ready at once: falls through
                    case AWAIT_GO_TO: { // goTo is ready
                        // 28
                        legs++;
                        next = State.LOOP_POS;
                        continue;
                    }
                    case LOOP_UPDATE: {
                        // 25      round++) {
                        posIterator = null; // not needed any more
                        round++;
                        next = State.LOOP_ROUND;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 31
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
