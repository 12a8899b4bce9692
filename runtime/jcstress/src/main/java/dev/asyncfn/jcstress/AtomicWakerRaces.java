package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Waker;
import dev.asyncfn.future.AtomicWaker;
import dev.asyncfn.test.TaskProbe;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.ZII_Result;

/** A leaf registers and then looks; the other side makes it ready and then wakes. */
public final class AtomicWakerRaces {
    private AtomicWakerRaces() {}

    /** Registration against wake. */
    @JCStressTest
    @Outcome(id = "true, 0, 0", expect = ACCEPTABLE, desc = "The wake came first, and the look sees what it was for.")
    @Outcome(id = "false, 1, 0", expect = ACCEPTABLE, desc = "The look came first, and the wake finds the waker.")
    @Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "Both: a spurious wake is allowed.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class RegisterAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe task = new TaskProbe();
        private boolean ready;

        @Actor
        public void leaf(ZII_Result r) {
            waker.register(task.waker());
            r.r1 = ready;
        }

        @Actor
        public void source() {
            ready = true;
            waker.wake();
        }

        @Arbiter
        public void end(ZII_Result r) {
            r.r2 = task.wakes();
            waker.drop();
            r.r3 = task.held();
        }
    }

    /** Registration of the task that is registered already, which keeps the clone there is, against wake. */
    @JCStressTest
    @Outcome(id = "false, 1, 0", expect = ACCEPTABLE, desc = "The look came first, and the wake finds the waker.")
    @Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "The wake took the waker of the earlier registration.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class RegisterAgainAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe task = new TaskProbe();
        private boolean ready;

        public RegisterAgainAndWake() {
            waker.register(task.waker());
        }

        @Actor
        public void leaf(ZII_Result r) {
            waker.register(task.waker());
            r.r1 = ready;
        }

        @Actor
        public void source() {
            ready = true;
            waker.wake();
        }

        @Arbiter
        public void end(ZII_Result r) {
            r.r2 = task.wakes();
            waker.drop();
            r.r3 = task.held();
        }
    }

    /** Registration of another task against wake. */
    @JCStressTest
    @Outcome(
            id = "1, 1, 0, 0",
            expect = ACCEPTABLE,
            desc = "The wake took the old waker, and the look sees what it was for.")
    @Outcome(id = "0, 0, 1, 0", expect = ACCEPTABLE, desc = "The look came first, and the wake finds the new waker.")
    @Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE, desc = "The wake finds the new waker after all: a spurious wake.")
    @Outcome(expect = FORBIDDEN, desc = "The new task's wake-up was lost, or a clone of a waker was not given back.")
    @State
    public static class RegisterAnotherAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe before = new TaskProbe();
        private final TaskProbe after = new TaskProbe();
        private boolean ready;

        public RegisterAnotherAndWake() {
            waker.register(before.waker());
        }

        @Actor
        public void leaf(IIII_Result r) {
            waker.register(after.waker());
            r.r1 = ready ? 1 : 0;
        }

        @Actor
        public void source() {
            ready = true;
            waker.wake();
        }

        @Arbiter
        public void end(IIII_Result r) {
            r.r2 = before.wakes();
            r.r3 = after.wakes();
            waker.drop();
            r.r4 = before.held() + after.held();
        }
    }

    /** Two wakes. */
    @JCStressTest
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "One of them took the waker, and consumed it.")
    @Outcome(expect = FORBIDDEN, desc = "The waker was lost, or consumed twice.")
    @State
    public static class WakeAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe task = new TaskProbe();

        public WakeAndWake() {
            waker.register(task.waker());
        }

        @Actor
        public void one() {
            waker.wake();
        }

        @Actor
        public void other() {
            waker.wake();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = waker.take() == null ? 0 : 1;
            r.r2 = task.wakes();
            r.r3 = task.held();
        }
    }

    /** Take against wake. */
    @JCStressTest
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "It was taken, and not woken.")
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "It was woken, and not taken.")
    @Outcome(expect = FORBIDDEN, desc = "Both had the waker, or neither.")
    @State
    public static class TakeAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe task = new TaskProbe();

        public TakeAndWake() {
            waker.register(task.waker());
        }

        @Actor
        public void take(III_Result r) {
            Waker taken = waker.take();
            if (taken != null) {
                r.r1 = 1;
                taken.drop();
            }
        }

        @Actor
        public void wake() {
            waker.wake();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r2 = task.wakes();
            r.r3 = task.held();
        }
    }

    /** Drop, as by a leaf that is dropped, against wake. */
    @JCStressTest
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "It was dropped first.")
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "It was woken first.")
    @Outcome(expect = FORBIDDEN, desc = "The waker is still kept, or was given back twice.")
    @State
    public static class DropAndWake {
        private final AtomicWaker waker = new AtomicWaker();
        private final TaskProbe task = new TaskProbe();

        public DropAndWake() {
            waker.register(task.waker());
        }

        @Actor
        public void leaf() {
            waker.drop();
        }

        @Actor
        public void source() {
            waker.wake();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = waker.take() == null ? 0 : 1;
            r.r2 = task.wakes();
            r.r3 = task.held();
        }
    }
}
