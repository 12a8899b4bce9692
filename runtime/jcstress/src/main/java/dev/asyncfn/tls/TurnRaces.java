package dev.asyncfn.tls;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** Threads that want to use the engine of a connection at the same time. In its package, since programs do not see it. */
public final class TurnRaces {
    private TurnRaces() {}

    /** Two threads: the one that cannot enter is noticed by the other. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "One was in after the other.")
    @Outcome(
            id = {"1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "One could not enter, and the other wakes it.")
    @Outcome(expect = FORBIDDEN, desc = "A thread that could not enter was not noticed, or both could not.")
    @State
    public static class TwoThatEnter {
        private final Turn turn = new Turn();
        private int woken;

        @Actor
        public void one(III_Result r) {
            r.r1 = visit();
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = visit();
        }

        private int visit() {
            if (!turn.enter()) {
                return 0;
            }
            while (!turn.leave()) {
                woken++; // only by the thread that is in
            }
            return 1;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = woken;
        }
    }

    /** Three threads, each of which counts what it does while it is in. */
    @JCStressTest
    @Outcome(
            id = {"1, 1, 1, 3", "1, 1, 0, 2", "1, 0, 1, 2", "0, 1, 1, 2", "1, 0, 0, 1", "0, 1, 0, 1", "0, 0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "Each that was in was in alone.")
    @Outcome(expect = FORBIDDEN, desc = "Two were in at the same time, or one was not seen by the next.")
    @State
    public static class OneIsInAtATime {
        private final Turn turn = new Turn();
        private int count;

        @Actor
        public void one(IIII_Result r) {
            r.r1 = visit();
        }

        @Actor
        public void two(IIII_Result r) {
            r.r2 = visit();
        }

        @Actor
        public void three(IIII_Result r) {
            r.r3 = visit();
        }

        private int visit() {
            if (!turn.enter()) {
                return 0;
            }
            count++;
            boolean left = turn.leave();
            while (!left) {
                left = turn.leave();
            }
            return 1;
        }

        @Arbiter
        public void end(IIII_Result r) {
            r.r4 = count;
        }
    }
}
