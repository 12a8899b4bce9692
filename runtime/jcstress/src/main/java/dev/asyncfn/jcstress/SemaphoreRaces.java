package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.sync.Semaphore;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** No permit and no token is lost or made, and who waits for one is woken. */
public final class SemaphoreRaces {
    private SemaphoreRaces() {}

    /** Release of the permit against the poll of one who waits for it. */
    @JCStressTest
    @Outcome(id = "permit", expect = ACCEPTABLE, desc = "It was free already.")
    @Outcome(id = "woken, permit", expect = ACCEPTABLE, desc = "It was released after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The permit or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class ReleaseAndAcquire {
        private final Semaphore semaphore = new Semaphore(1);
        private final Semaphore.Permit held = semaphore.tryAcquire().orElseThrow();
        private final Waiting<Semaphore.Permit> waiting = new Waiting<>(semaphore.acquire());

        @Actor
        public void release() {
            held.close();
        }

        @Actor
        public void acquire() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Release of the permit against drop of the only one who waits. */
    @JCStressTest
    @Outcome(id = "1, ", expect = ACCEPTABLE, desc = "It is free again.")
    @Outcome(expect = FORBIDDEN, desc = "The permit was lost, or a clone of the waker was not given back.")
    @State
    public static class ReleaseAndDropOfWaiter {
        private final Semaphore semaphore = new Semaphore(0);
        private final Waiting<Semaphore.Permit> waiting = Waiting.inLine(semaphore.acquire());

        @Actor
        public void release() {
            semaphore.addPermits(1);
        }

        @Actor
        public void drop() {
            waiting.drop();
        }

        @Arbiter
        public void end(IL_Result r) {
            r.r1 = semaphore.availablePermits();
            r.r2 = waiting.leftOver();
        }
    }

    /** Release of the permit against drop of the first of two who wait. */
    @JCStressTest
    @Outcome(
            id = "woken, permit, 0",
            expect = ACCEPTABLE,
            desc = "The second gets it, straight or passed on by the first.")
    @Outcome(expect = FORBIDDEN, desc = "The permit was lost, or there are two.")
    @State
    public static class ReleaseAndDropOfFirst {
        private final Semaphore semaphore = new Semaphore(0);
        private final Waiting<Semaphore.Permit> first = Waiting.inLine(semaphore.acquire());
        private final Waiting<Semaphore.Permit> second = Waiting.inLine(semaphore.acquire());

        @Actor
        public void release() {
            semaphore.addPermits(1);
        }

        @Actor
        public void drop() {
            first.drop();
        }

        @Arbiter
        public void end(LI_Result r) {
            r.r1 = second.outcome();
            r.r2 = semaphore.availablePermits();
        }
    }

    /** Two who want the only permit. */
    @JCStressTest
    @Outcome(id = "permit, not woken", expect = ACCEPTABLE, desc = "The one got it.")
    @Outcome(id = "not woken, permit", expect = ACCEPTABLE, desc = "The other got it.")
    @Outcome(expect = FORBIDDEN, desc = "Both got it, or neither.")
    @State
    public static class AcquireAndAcquire {
        private final Semaphore semaphore = new Semaphore(1);
        private final Waiting<Semaphore.Permit> one = new Waiting<>(semaphore.acquire());
        private final Waiting<Semaphore.Permit> other = new Waiting<>(semaphore.acquire());

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

    /** Two releases, for one who wants two permits. */
    @JCStressTest
    @Outcome(id = "woken, permit, 0", expect = ACCEPTABLE, desc = "The second of them woke it.")
    @Outcome(expect = FORBIDDEN, desc = "A permit was lost.")
    @State
    public static class ReleaseAndReleaseForTwo {
        private final Semaphore semaphore = new Semaphore(0);
        private final Waiting<Semaphore.Permit> waiting = Waiting.inLine(semaphore.acquireMany(2));

        @Actor
        public void one() {
            semaphore.addPermits(1);
        }

        @Actor
        public void other() {
            semaphore.addPermits(1);
        }

        @Arbiter
        public void end(LI_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = semaphore.availablePermits();
        }
    }

    /** The same permit is closed by two threads. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "It was given back once.")
    @Outcome(expect = FORBIDDEN, desc = "It was given back twice, or not at all.")
    @State
    public static class CloseOfPermitTwice {
        private final Semaphore semaphore = new Semaphore(1);
        private final Semaphore.Permit held = semaphore.tryAcquire().orElseThrow();

        @Actor
        public void one() {
            held.close();
        }

        @Actor
        public void other() {
            held.close();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = semaphore.availablePermits();
        }
    }

    /** Close of the semaphore against the poll of one who waits. */
    @JCStressTest
    @Outcome(id = "ClosedException", expect = ACCEPTABLE, desc = "It was closed already.")
    @Outcome(id = "woken, ClosedException", expect = ACCEPTABLE, desc = "It was closed after the poll, which it woke.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class CloseAndAcquire {
        private final Semaphore semaphore = new Semaphore(0);
        private final Waiting<Semaphore.Permit> waiting = new Waiting<>(semaphore.acquire());

        @Actor
        public void close() {
            semaphore.close();
        }

        @Actor
        public void acquire() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** One that asks without waiting, while a request for more than there is marks the semaphore, and suffices. */
    @JCStressTest
    @Outcome(id = "permit, 1", expect = ACCEPTABLE, desc = "They were there already.")
    @Outcome(id = "woken, permit, 1", expect = ACCEPTABLE, desc = "They were added after the poll, which they woke.")
    @Outcome(expect = FORBIDDEN, desc = "A permit or the wake-up was lost, or a permit was made.")
    @State
    public static class TryAcquireAndAcquireTwo {
        private final Semaphore semaphore = new Semaphore(1);
        private final Waiting<Semaphore.Permit> waiting = new Waiting<>(semaphore.acquireMany(2));
        private int taken;

        @Actor
        public void acquire() {
            waiting.poll();
        }

        @Actor
        public void addAndTry() {
            semaphore.addPermits(2);
            taken = semaphore.tryAcquire().isPresent() ? 1 : 0;
        }

        @Arbiter
        public void end(LI_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = semaphore.availablePermits() + taken;
        }
    }

    /** Two that ask a rate limiter without waiting, one of them after it has got a token by a poll: there is one for each. */
    @JCStressTest
    @Outcome(id = "true, true, done", expect = ACCEPTABLE, desc = "Each has got one.")
    @Outcome(expect = FORBIDDEN, desc = "One got none, though it was there and nobody was in line.")
    @State
    public static class TryAcquireOfTokens {
        private final RateLimiter limiter = RateLimiter.of(3, Duration.ofDays(1));
        private final Waiting<Void> waiting = new Waiting<>(limiter.acquire());

        @Actor
        public void one(ZZL_Result r) {
            r.r1 = limiter.tryAcquire(1);
        }

        @Actor
        public void other(ZZL_Result r) {
            waiting.poll();
            r.r2 = limiter.tryAcquire(1);
        }

        @Arbiter
        public void end(ZZL_Result r) {
            r.r3 = waiting.outcome();
        }
    }
}
