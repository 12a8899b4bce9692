package dev.asyncfn.executor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Future;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Who brings a task against threads that are about to wait: none waits without having seen it or being called. */
public final class IdleWorkersRaces {
    private IdleWorkersRaces() {}

    private static Workers pool() {
        return new Workers(2, work -> Thread.currentThread(), failure -> {});
    }

    private static Task<?> task(Workers pool) {
        return new Task<>(Future.pending(), pool);
    }

    /** A task of the other thread's queue. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It sees the task.")
    @Outcome(
            id = {"0, 0", "1, 0"},
            expect = ACCEPTABLE,
            desc = "It is called.")
    @Outcome(expect = FORBIDDEN, desc = "It waits, and knows nothing of the task.")
    @State
    public static class PushAndWait {
        private final Workers pool = pool();
        private final Worker busy = pool.worker(0);
        private final Worker idle = pool.worker(1);
        private final Task<?> task = task(pool);

        @Actor
        public void pushing() {
            busy.queue.push(task);
            pool.idle.call();
        }

        @Actor
        public void waiting(II_Result r) {
            pool.idle.enter(idle);
            r.r1 = pool.idle.isSearched() || pool.hasWork() ? 1 : 0;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = pool.idle.waits(idle) ? 1 : 0;
        }
    }

    /** A task of all, while a thread that searches has found another one. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "One of the two calls the thread that waits.")
    @Outcome(expect = FORBIDDEN, desc = "It waits, and nobody looks for the task.")
    @State
    public static class PushAndEndOfSearch {
        private final Workers pool = pool();
        private final Worker searching = pool.worker(0);
        private final Worker idle = pool.worker(1);
        private final Task<?> task = task(pool);

        public PushAndEndOfSearch() {
            pool.idle.beginSearch(searching);
            pool.idle.enter(idle);
        }

        @Actor
        public void pushing() {
            pool.injector.push(task);
            pool.idle.call();
        }

        @Actor
        public void finding() {
            if (pool.idle.endSearch(searching) && pool.hasWork()) {
                pool.idle.call();
            }
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = pool.idle.waits(idle) ? 1 : 0;
        }
    }

    /** A task comes while a thread that has searched, and found nothing, begins to wait. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "0, 0", "1, 0"},
            expect = ACCEPTABLE,
            desc = "It sees the task, or is called.")
    @Outcome(expect = FORBIDDEN, desc = "It waits, and knows nothing of the task.")
    @State
    public static class PushAndVainSearch {
        private final Workers pool = pool();
        private final Worker searching = pool.worker(0);
        private final Task<?> task = task(pool);

        public PushAndVainSearch() {
            pool.idle.beginSearch(searching);
        }

        @Actor
        public void pushing() {
            pool.injector.push(task);
            pool.idle.call();
        }

        @Actor
        public void waiting(II_Result r) {
            pool.idle.enter(searching);
            r.r1 = pool.idle.isSearched() || pool.hasWork() ? 1 : 0;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = pool.idle.waits(searching) ? 1 : 0;
        }
    }

    /** A thread that finds a task by itself, against a call: its place is given up once. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 0"},
            expect = ACCEPTABLE,
            desc = "By one of the two.")
    @Outcome(expect = FORBIDDEN, desc = "It waits on, or the count of those that search is wrong.")
    @State
    public static class CallAndLeave {
        private final Workers pool = pool();
        private final Worker idle = pool.worker(0);

        public CallAndLeave() {
            pool.idle.enter(idle);
        }

        @Actor
        public void calling() {
            pool.idle.call();
        }

        @Actor
        public void leaving(II_Result r) {
            r.r1 = pool.idle.leaveUncalled(idle, true) ? 1 : 0;
        }

        @Arbiter
        public void end(II_Result r) {
            boolean isLast = pool.idle.endSearch(idle);
            r.r2 = isLast && !pool.idle.waits(idle) && !pool.idle.isSearched() ? 0 : 1;
        }
    }
}
