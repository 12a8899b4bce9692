package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LII_Result;

/** Wakes, polls and aborts of one task, whose executor's jobs are run by hand. */
public final class TaskRaces {
    private TaskRaces() {}

    /** A wake, against the poll of a task that is scheduled. */
    @JCStressTest
    @Outcome(id = "7, 1, 1", expect = ACCEPTABLE, desc = "The poll saw what the wake was for.")
    @Outcome(id = "7, 2, 1", expect = ACCEPTABLE, desc = "The poll came too early, and there was another.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or the future was not dropped once.")
    @State
    public static class WakeAndPoll {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public WakeAndPoll() {
            job = future.schedule(jobs);
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void waker() {
            future.complete();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** A wake, against a poll that wakes its own task. */
    @JCStressTest
    @Outcome(id = "7, 1, 1", expect = ACCEPTABLE, desc = "The poll saw what the wake was for.")
    @Outcome(id = "7, 2, 1", expect = ACCEPTABLE, desc = "The poll came too early, and the two wakes had one more.")
    @Outcome(id = "7, 3, 1", expect = ACCEPTABLE, desc = "The second poll came too early as well.")
    @Outcome(expect = FORBIDDEN, desc = "A wake-up was lost, or the future was not dropped once.")
    @State
    public static class WakeAndYield {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public WakeAndYield() {
            job = future.schedule(jobs);
            future.yieldOnce();
        }

        @Actor
        public void runner() {
            job.run();
            jobs.runAll();
        }

        @Actor
        public void waker() {
            future.complete();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** An abort, against a poll that wakes its own task. */
    @JCStressTest
    @Outcome(id = "aborted, 0, 1", expect = ACCEPTABLE, desc = "It was dropped instead of being polled.")
    @Outcome(id = "aborted, 1, 1", expect = ACCEPTABLE, desc = "It was dropped after the poll.")
    @Outcome(id = "aborted, 2, 1", expect = ACCEPTABLE, desc = "It was dropped after the second poll.")
    @Outcome(expect = FORBIDDEN, desc = "It lives on, or was not dropped once.")
    @State
    public static class AbortAndYield {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public AbortAndYield() {
            job = future.schedule(jobs);
            future.yieldOnce();
        }

        @Actor
        public void runner() {
            job.run();
            jobs.runAll();
        }

        @Actor
        public void abort() {
            handle.abort();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** Two wakes of an idle task. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "It was queued once.")
    @Outcome(expect = FORBIDDEN, desc = "It was queued twice, or not at all.")
    @State
    public static class WakeAndWake {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);

        public WakeAndWake() {
            jobs.runAll();
        }

        @Actor
        public void one() {
            future.waker().wakeByRef();
        }

        @Actor
        public void other() {
            future.waker().wakeByRef();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = jobs.runAll();
            r.r2 = future.polls();
        }
    }

    /** A wake, against the poll that is ready. */
    @JCStressTest
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "The wake does nothing.")
    @Outcome(expect = FORBIDDEN, desc = "A finished task was queued, polled or dropped again.")
    @State
    public static class WakeAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public WakeAndCompletion() {
            job = future.schedule(jobs);
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void waker() {
            future.waker().wakeByRef();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = jobs.runAll();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** An abort, against the poll of a task that then waits on. */
    @JCStressTest
    @Outcome(id = "aborted, 0, 1", expect = ACCEPTABLE, desc = "It was dropped instead of being polled.")
    @Outcome(id = "aborted, 1, 1", expect = ACCEPTABLE, desc = "It was dropped after the poll.")
    @Outcome(expect = FORBIDDEN, desc = "It lives on, or was not dropped once.")
    @State
    public static class AbortAndPoll {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public AbortAndPoll() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void abort() {
            handle.abort();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** An abort, against the poll that is ready. */
    @JCStressTest
    @Outcome(id = "aborted, 0, 1", expect = ACCEPTABLE, desc = "It was dropped instead of being polled.")
    @Outcome(id = "7, 1, 1", expect = ACCEPTABLE, desc = "The value wins over the abort.")
    @Outcome(expect = FORBIDDEN, desc = "The outcome is another one, or the future was not dropped once.")
    @State
    public static class AbortAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public AbortAndCompletion() {
            job = future.schedule(jobs);
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void abort() {
            handle.abort();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** An abort against a wake, of an idle task. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "It was queued once, and dropped.")
    @Outcome(expect = FORBIDDEN, desc = "It was queued or polled again, or not dropped once.")
    @State
    public static class AbortAndWake {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);

        public AbortAndWake() {
            jobs.runAll();
        }

        @Actor
        public void waker() {
            future.waker().wakeByRef();
        }

        @Actor
        public void abort() {
            handle.abort();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = jobs.runAll();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }

    /** Spawn against shutdown. */
    @JCStressTest
    @Outcome(id = "rejected, 0, 0", expect = ACCEPTABLE, desc = "The future was not touched.")
    @Outcome(id = "aborted, 0, 1", expect = ACCEPTABLE, desc = "The task was taken, and dropped.")
    @Outcome(expect = FORBIDDEN, desc = "A future was forgotten by a pool that has been shut down, or dropped twice.")
    @State
    public static class ShutdownAndSpawn {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(false);
        private final ThreadPool pool = ThreadPool.on(jobs);
        private JoinHandle<Integer> handle;

        @Actor
        public void spawn() {
            try {
                handle = pool.spawn(future);
            } catch (RejectedExecutionException refused) {
                handle = null;
            }
        }

        @Actor
        public void shutdown() {
            pool.shutdownNow();
        }

        @Arbiter
        public void end(LII_Result r) {
            jobs.runAll();
            r.r1 = handle == null ? "rejected" : new Waiting<>(handle).pollOnce();
            r.r2 = future.polls();
            r.r3 = future.drops();
        }
    }
}
