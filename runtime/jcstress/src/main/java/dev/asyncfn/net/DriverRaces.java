package dev.asyncfn.net;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.thread.Driver;
import dev.asyncfn.thread.Parker;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Threads that wait for events, and those that have something else for them. In the package of the turn, since programs do not see it. */
public final class DriverRaces {
    private DriverRaces() {}

    /** A change that a wait must see, such as that of an interest, and the beginning of the wait. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The wait sees the change.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It does not, and is ended.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both: one wake too many.")
    @Outcome(expect = FORBIDDEN, desc = "The thread waits without having seen the change.")
    @State
    public static class AChangeAndAWait {
        private final DriverTurn turn = new DriverTurn();
        private volatile int changed;

        @Actor
        public void driver(II_Result r) {
            turn.take();
            r.r1 = changed; // as a select looks first
        }

        @Actor
        public void changing(II_Result r) {
            changed = 1;
            r.r2 = turn.mustWake() ? 1 : 0;
        }
    }

    /** Two that change something at the same time: one of them wakes, for both. */
    @JCStressTest
    @Outcome(
            id = {"1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "One wakes the thread that waits.")
    @Outcome(expect = FORBIDDEN, desc = "Both or none wake it, or it does not know.")
    @State
    public static class TwoChanges {
        private final DriverTurn turn = new DriverTurn();

        public TwoChanges() {
            turn.take();
        }

        @Actor
        public void one(III_Result r) {
            r.r1 = turn.mustWake() ? 1 : 0;
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = turn.mustWake() ? 1 : 0;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = turn.endWait() ? 1 : 0;
        }
    }

    /** Two threads that take the turn, count, and leave. */
    @JCStressTest
    @Outcome(
            id = {"1, 1, 2", "1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "Each that had the turn had it alone.")
    @Outcome(expect = FORBIDDEN, desc = "Two had it at the same time, or nobody.")
    @State
    public static class OneHasTheTurn {
        private final DriverTurn turn = new DriverTurn();
        private int count;

        @Actor
        public void one(III_Result r) {
            r.r1 = visit();
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = visit();
        }

        private int visit() {
            if (!turn.take()) {
                return 0;
            }
            count++;
            turn.endWait();
            turn.leave();
            return 1;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = count;
        }
    }

    /** A driver whose waits no event ends. */
    private static final class Eventless implements Driver {
        private final DriverTurn turn = new DriverTurn();
        private volatile boolean woken;
        /** Whether the other thread has done all that it does. */
        private volatile boolean unparked;
        /** Whether a thread would wait for ever; known to that thread. */
        private boolean lost;

        @Override
        public boolean enter(Parker entering) {
            return turn.take();
        }

        @Override
        public void drive() {
            boolean over = unparked;
            while (!woken && !over) {
                Thread.onSpinWait();
                over = unparked;
            }
            lost = !woken; // which comes before the other is done
            turn.endWait();
        }

        @Override
        public void leave() {
            turn.leave();
        }

        @Override
        public void wakeup() {
            if (turn.mustWake()) {
                woken = true;
            }
        }

        @Override
        public void poll() {
            throw new AssertionError("nobody is busy");
        }

        @Override
        public boolean isMine() {
            return turn.isMine();
        }
    }

    /** Work comes while a thread is about to wait for events: either the thread sees the work before it waits, or the wakeup ends its wait. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "It finds the work.")
    @Outcome(expect = FORBIDDEN, desc = "It waits for events although there is work.")
    @State
    public static class WorkAndAPark {
        private final Eventless driver = new Eventless();
        private final Parker parker = new Parker(() -> driver);
        private volatile boolean work;

        @Actor
        public void idle(I_Result r) {
            while (!work && !driver.lost) {
                parker.park(this);
            }
            r.r1 = driver.lost ? -1 : 1;
        }

        @Actor
        public void working() {
            work = true;
            parker.unpark();
            driver.unparked = true;
        }
    }
}
