package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.sync.Notify;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A notification of one reaches one, and is kept until it has. */
public final class NotifyRaces {
    private NotifyRaces() {}

    /** Notification of one against the poll of one who waits. */
    @JCStressTest
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "It was stored already.")
    @Outcome(id = "woken, done", expect = ACCEPTABLE, desc = "It came after the poll, and woke it.")
    @Outcome(expect = FORBIDDEN, desc = "The notification was lost, or a clone of the waker was not given back.")
    @State
    public static class NotifyOneAndNotified {
        private final Notify notify = new Notify();
        private final Waiting<Void> waiting = new Waiting<>(notify.notified());

        @Actor
        public void notifier() {
            notify.notifyOne();
        }

        @Actor
        public void waiter() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Notification of all against the poll of one who was made before. */
    @JCStressTest
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "It came first.")
    @Outcome(id = "woken, done", expect = ACCEPTABLE, desc = "It came after the poll, and woke it.")
    @Outcome(expect = FORBIDDEN, desc = "The notification was lost, or a clone of the waker was not given back.")
    @State
    public static class NotifyWaitersAndNotified {
        private final Notify notify = new Notify();
        private final Waiting<Void> waiting = new Waiting<>(notify.notified());

        @Actor
        public void notifier() {
            notify.notifyWaiters();
        }

        @Actor
        public void waiter() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Notification of one against drop of the first of two who wait. */
    @JCStressTest
    @Outcome(id = "woken, done", expect = ACCEPTABLE, desc = "The second gets it, straight or passed on by the first.")
    @Outcome(expect = FORBIDDEN, desc = "The notification was lost with the one who was dropped.")
    @State
    public static class NotifyOneAndDropOfFirst {
        private final Notify notify = new Notify();
        private final Waiting<Void> first = Waiting.inLine(notify.notified());
        private final Waiting<Void> second = Waiting.inLine(notify.notified());

        @Actor
        public void notifier() {
            notify.notifyOne();
        }

        @Actor
        public void drop() {
            first.drop();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = second.outcome() + first.leftOver();
        }
    }

    /** Notification of one against drop of the only one who waits. */
    @JCStressTest
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "It is kept for the next.")
    @Outcome(expect = FORBIDDEN, desc = "The notification was lost with the one who was dropped.")
    @State
    public static class NotifyOneAndDropOfOnly {
        private final Notify notify = new Notify();
        private final Waiting<Void> waiting = Waiting.inLine(notify.notified());

        @Actor
        public void notifier() {
            notify.notifyOne();
        }

        @Actor
        public void drop() {
            waiting.drop();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = new Waiting<>(notify.notified()).pollOnce() + waiting.leftOver();
        }
    }

    /** Two notifications of one, for two who wait. */
    @JCStressTest
    @Outcome(id = "woken, done, woken, done", expect = ACCEPTABLE, desc = "Each got one.")
    @Outcome(expect = FORBIDDEN, desc = "Both went to the same, or one was lost.")
    @State
    public static class NotifyOneTwice {
        private final Notify notify = new Notify();
        private final Waiting<Void> first = Waiting.inLine(notify.notified());
        private final Waiting<Void> second = Waiting.inLine(notify.notified());

        @Actor
        public void one() {
            notify.notifyOne();
        }

        @Actor
        public void other() {
            notify.notifyOne();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = first.outcome();
            r.r2 = second.outcome();
        }
    }

    /** Two who want the one notification that is stored. */
    @JCStressTest
    @Outcome(id = "done, not woken", expect = ACCEPTABLE, desc = "The one got it.")
    @Outcome(id = "not woken, done", expect = ACCEPTABLE, desc = "The other got it.")
    @Outcome(expect = FORBIDDEN, desc = "Both got it, or neither.")
    @State
    public static class PollAndPollForStored {
        private final Notify notify = new Notify();
        private final Waiting<Void> one = new Waiting<>(notify.notified());
        private final Waiting<Void> other = new Waiting<>(notify.notified());

        public PollAndPollForStored() {
            notify.notifyOne();
        }

        @Actor
        public void one() {
            one.poll();
        }

        @Actor
        public void other() {
            other.poll();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = one.outcome();
            r.r2 = other.outcome();
        }
    }
}
