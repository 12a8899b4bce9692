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

/** How the thread of the reactor and idle threads change over. In the package of both, since programs do not see it. */
public final class FallbackRaces {
    private FallbackRaces() {}

    /** A reactor without events, whose thread is an actor. */
    private static final class Eventless implements Fallback.Served {
        final DriverTurn turn = new DriverTurn();
        final Fallback fallback = new Fallback(turn, this);
        volatile Thread thread;
        volatile boolean woken;
        volatile boolean needsThread;
        /** Whether the thread was to be unparked. */
        volatile boolean called;

        @Override
        public void wakeup() {
            if (turn.mustWake()) {
                woken = true;
            }
        }

        @Override
        public void poll() {
            throw new AssertionError("nobody watches");
        }

        @Override
        public Thread thread() {
            called = true;
            return thread;
        }

        @Override
        public boolean needsThread() {
            return needsThread;
        }
    }

    /** Whether a place was unparked; asks it by a park, which tries to drive only if it was not. */
    private static final class Probe implements Driver {
        final Parker parker = new Parker(() -> this);
        private boolean entered;

        boolean isUnparked() {
            parker.park(this);
            return !entered;
        }

        @Override
        public boolean enter(Parker entering) {
            entered = true;
            return true;
        }

        @Override
        public void drive() {
            return; // no event is waited for
        }

        @Override
        public void leave() {
            return;
        }

        @Override
        public void wakeup() {
            throw new AssertionError("nobody drives");
        }

        @Override
        public void poll() {
            throw new AssertionError("nobody is busy");
        }

        @Override
        public boolean isMine() {
            return false;
        }
    }

    /** An idle thread asks for the turn, which the reactor's thread takes, waits with, and gives up. */
    @JCStressTest
    @Outcome(
            id = {"1, 0, 0", "1, 0, 1"},
            expect = ACCEPTABLE,
            desc = "The idle thread has the turn; it may also be unparked once too often.")
    @Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "It was unparked when the turn was given up.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The thread waits for events though the idle one has asked, or that parks though the turn is free.")
    @State
    public static class AskingAndATurn {
        private final Eventless reactor = new Eventless();
        private final Probe idle = new Probe();
        private volatile boolean asked;

        @Actor
        public void thread(III_Result r) {
            reactor.thread = Thread.currentThread();
            if (reactor.turn.take()) {
                if (!reactor.fallback.isAsked()) {
                    r.r2 = waitsInVain() ? 1 : 0;
                }
                reactor.turn.leave();
                reactor.fallback.standDown();
            }
        }

        /** As a select without events; ended by a wakeup, or if none can come any more. */
        private boolean waitsInVain() {
            boolean over = asked;
            while (!reactor.woken && !over) {
                Thread.onSpinWait();
                over = asked;
            }
            return !reactor.woken && reactor.fallback.isAsked();
        }

        @Actor
        public void idle(III_Result r) {
            r.r1 = reactor.fallback.takeOrAsk(idle.parker) ? 1 : 0;
            asked = true;
        }

        @Arbiter
        public void end(III_Result r) {
            reactor.fallback.standDown(); // as the thread does again while it watches
            r.r3 = idle.isUnparked() ? 1 : 0;
        }
    }

    /** The reactor's thread falls asleep until a turn ends, which it does. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "It saw the end, and may also be unparked.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It did not, and is unparked.")
    @Outcome(expect = FORBIDDEN, desc = "It sleeps on.")
    @State
    public static class SleepAndTheEndOfATurn {
        private final Eventless reactor = new Eventless();
        private final int seen;

        public SleepAndTheEndOfATurn() {
            reactor.turn.take();
            seen = reactor.turn.count();
        }

        @Actor
        public void thread(II_Result r) {
            r.r1 = reactor.fallback.fallsAsleep(seen) ? 1 : 0;
        }

        @Actor
        public void driver() {
            reactor.turn.leave();
            reactor.fallback.turnEnded();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = reactor.called ? 1 : 0;
        }
    }

    /** The thread falls asleep while another turn begins after the one that it has seen: it must not sleep through that. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "It saw the change, and may also be unparked.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It did not, and is unparked.")
    @Outcome(expect = FORBIDDEN, desc = "It sleeps through the turn of another.")
    @State
    public static class SleepAndTheNextTurn {
        private final Eventless reactor = new Eventless();
        private final int seen;

        public SleepAndTheNextTurn() {
            reactor.turn.take();
            seen = reactor.turn.count();
        }

        @Actor
        public void thread(II_Result r) {
            r.r1 = reactor.fallback.fallsAsleep(seen) ? 1 : 0;
        }

        @Actor
        public void drivers() {
            reactor.turn.leave();
            reactor.fallback.turnEnded();
            reactor.turn.take();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = reactor.called ? 1 : 0;
        }
    }

    /** Something needs the thread, as a flush does, while it falls asleep. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "It saw that.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It did not, and is unparked.")
    @Outcome(expect = FORBIDDEN, desc = "It sleeps though it is needed.")
    @State
    public static class SleepAndANeed {
        private final Eventless reactor = new Eventless();
        private final int seen;

        public SleepAndANeed() {
            reactor.turn.take();
            seen = reactor.turn.count();
        }

        @Actor
        public void thread(II_Result r) {
            r.r1 = reactor.fallback.fallsAsleep(seen) ? 1 : 0;
        }

        @Actor
        public void needing() {
            reactor.needsThread = true;
            reactor.fallback.turnEnded(); // which looks for the need
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = reactor.called ? 1 : 0;
        }
    }
}
