package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.LLI_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** The handle of one task, whose executor's jobs are run by hand: who polls, asks or lets go of it while the task ends. */
public final class JoinHandleRaces {
    private JoinHandleRaces() {}

    /** A poll of the handle, against the completion of the task. */
    @JCStressTest
    @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The outcome was there already.")
    @Outcome(id = "woken, 7, 1", expect = ACCEPTABLE, desc = "The poll came first, and was woken.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The outcome or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class JoinAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;
        private final Waiting<Integer> waiting = new Waiting<>(handle);

        public JoinAndCompletion() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void join() {
            waiting.poll();
        }

        @Arbiter
        public void end(LI_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = future.drops();
        }
    }

    /** A poll of the handle by another task, against the completion. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The outcome was there already.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "The second poll came first, and was woken.")
    @Outcome(expect = FORBIDDEN, desc = "The newest poll was not woken, or a clone of a waker was not given back.")
    @State
    public static class SecondJoinAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;
        private final Waiting<Integer> before = Waiting.inLine(handle);
        private final Waiting<Integer> waiting = new Waiting<>(handle);

        public SecondJoinAndCompletion() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void join() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome() + before.leftOver();
        }
    }

    /** Who sees that the task has finished, against the completion. */
    @JCStressTest
    @Outcome(id = "not yet", expect = ACCEPTABLE, desc = "The look came first.")
    @Outcome(id = "finished, dropped", expect = ACCEPTABLE, desc = "The look came later.")
    @Outcome(expect = FORBIDDEN, desc = "The outcome could be seen before the future was dropped.")
    @State
    public static class IsFinishedAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;

        public IsFinishedAndCompletion() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void look(L_Result r) {
            r.r1 = !handle.isFinished()
                    ? "not yet"
                    : future.drops() == 1 ? "finished, dropped" : "finished, not dropped";
        }
    }

    /** Drop of the handle, on which one waited, against the failure of the task. */
    @JCStressTest
    @Outcome(id = "1, ", expect = ACCEPTABLE, desc = "The handler was told.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The failure was swallowed or told twice, or a clone of the waker was not given back.")
    @State
    public static class DetachAndFailure {
        private final Jobs jobs = new Jobs();
        private final AtomicInteger reported = new AtomicInteger();
        private final JoinHandle<Integer> handle = ThreadPool.builder()
                .uncaughtTaskHandler(failure -> reported.incrementAndGet())
                .build(jobs)
                .spawn(Future.failed(new IllegalStateException("on purpose")));
        private final Runnable job;
        private final Waiting<Integer> waiting = Waiting.inLine(handle);

        public DetachAndFailure() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void detach() {
            waiting.drop();
        }

        @Arbiter
        public void end(IL_Result r) {
            r.r1 = reported.get();
            r.r2 = waiting.leftOver();
        }
    }

    /** Drop of the handle, on which one waited, against the completion of the task. */
    @JCStressTest
    @Outcome(id = "7, , 1", expect = ACCEPTABLE, desc = "The outcome is there for who still has the handle.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The outcome was lost, or the future or a clone of the waker was not dropped once.")
    @State
    public static class DetachAndCompletion {
        private final Jobs jobs = new Jobs();
        private final Rooted future = new Rooted(true);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(future);
        private final Runnable job;
        private final Waiting<Integer> waiting = Waiting.inLine(handle);

        public DetachAndCompletion() {
            job = jobs.take();
        }

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void detach() {
            waiting.drop();
        }

        @Arbiter
        public void end(LLI_Result r) {
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = waiting.leftOver();
            r.r3 = future.drops();
        }
    }
}
