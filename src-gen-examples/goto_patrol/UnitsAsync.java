package goto_patrol;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Iterator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Units}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class UnitsAsync {
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

    static PatrolFuture patrol(Units.Unit unit, List<Integer> poses, int rounds) {
        return new PatrolFuture(unit, poses, rounds);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static void goTo(Unit unit, int pos) {
     *     await(new UnitGotoFuture(unit, pos));
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state                   line  goes on to              awaits                                keeps
     * START                   19    AWAIT_UNIT_GOTO_FUTURE                                        unit, pos
     * AWAIT_UNIT_GOTO_FUTURE  19    DONE                    await(new UnitGotoFuture(unit, pos))
     * }</pre>
     */
    static final class GoToFuture implements Future<Void>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Units.Unit unit;
        private int pos;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_UNIT_GOTO_FUTURE,
            DONE,
            PANICKED,
            DROPPED
        }

        private GoToFuture(Units.Unit unit, int pos) {
            this.unit = unit;
            this.pos = pos;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
            }
            switch (resumed) {
                case START: {
                    // Units.java:19  await(new UnitGotoFuture(unit, pos));
                    Units.UnitGotoFuture unitGotoFuture = new Units.UnitGotoFuture(unit, pos);
                    unit = null; // last use
                    if (!(unitGotoFuture.poll(cx) instanceof Poll.Ready<?>)) {
                        return suspend(State.AWAIT_UNIT_GOTO_FUTURE, unitGotoFuture);
                    }
                } // falls through
                case AWAIT_UNIT_GOTO_FUTURE: {
                    // Units.java:19, ready: await(new UnitGotoFuture(unit, pos));
                    return complete();
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

        private Poll<Void> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Void> complete() {
            state = State.DONE;
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.unit = null;
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

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int patrol(Unit unit, List<Integer> poses, int rounds) {
     *     int legs = 0;
     *     for (int round = 0; round < rounds; round++) {
     *         for (int pos : poses) {
     *             goTo(unit, pos);
     *             legs++;
     *         }
     *     }
     *     return legs;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to                awaits           keeps
     * START        24    LOOP                                       unit, poses, rounds
     * LOOP         25    AFTER_LOOP, LOOP_2
     * LOOP_2       26    LOOP_UPDATE, AWAIT_GO_TO
     * AWAIT_GO_TO  27    LOOP_2                    goTo(unit, pos)  unit, poses, rounds, legs, round, posIterator
     * LOOP_UPDATE  25    LOOP
     * AFTER_LOOP   31    DONE
     * }</pre>
     */
    static final class PatrolFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Units.Unit unit;
        private List<Integer> poses;
        private int rounds;

        /** Locals that live across an await. */
        private int legs;
        private int round;
        private Iterator<Integer> posIterator;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            LOOP,
            LOOP_2,
            AWAIT_GO_TO,
            LOOP_UPDATE,
            AFTER_LOOP,
            DONE,
            PANICKED,
            DROPPED
        }

        private PatrolFuture(Units.Unit unit, List<Integer> poses, int rounds) {
            this.unit = unit;
            this.poses = poses;
            this.rounds = rounds;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Units.java:24  int legs = 0;
                        legs = 0;
                        // Units.java:25  for (int round = 0; round < rounds; round++) {
                        round = 0;
                    } // falls through
                    case LOOP: {
                        // Units.java:25  for (int round = 0; round < rounds; round++) {
                        if (round >= rounds) {
                            resumed = State.AFTER_LOOP;
                            continue;
                        }
                        // Units.java:26  for (int pos : poses) {
                        posIterator = poses.iterator();
                    } // falls through
                    case LOOP_2: {
                        // Units.java:26  for (int pos : poses) {
                        if (!posIterator.hasNext()) {
                            resumed = State.LOOP_UPDATE;
                            continue;
                        }
                        int pos = posIterator.next();
                        // Units.java:27  goTo(unit, pos);
                        GoToFuture goTo = UnitsAsync.goTo(unit, pos);
                        if (!(goTo.poll(cx) instanceof Poll.Ready<?>)) {
                            return suspend(State.AWAIT_GO_TO, goTo);
                        }
                    } // falls through
                    case AWAIT_GO_TO: {
                        // Units.java:27, ready: goTo(unit, pos);
                        legs++;
                        resumed = State.LOOP_2;
                        continue;
                    }
                    case LOOP_UPDATE: {
                        // Units.java:25  for (int round = 0; round < rounds; round++) {
                        posIterator = null; // not needed any more
                        round++;
                        resumed = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // Units.java:31  return legs;
                        return complete(legs);
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
            this.unit = null;
            this.poses = null;
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
            this.unit = null;
            this.poses = null;
            this.posIterator = null;
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
