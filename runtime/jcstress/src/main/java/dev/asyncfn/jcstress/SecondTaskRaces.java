package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A leaf for which a task waits is polled by another task, which looks at the first, while the first is woken. */
public final class SecondTaskRaces {
    private SecondTaskRaces() {}

    /** Two tasks that await one leaf; the first is suspended, the second has not been polled. Their jobs are run by hand. */
    private static final class Two {
        private final Jobs firstJobs = new Jobs();
        private final Jobs secondJobs = new Jobs();
        private final JoinHandle<?> first;
        private final JoinHandle<?> second;

        Two(Future<?> leaf) {
            first = pool(firstJobs).spawn(Futures.map(leaf, value -> value));
            firstJobs.runAll();
            second = pool(secondJobs).spawn(Futures.map(leaf, value -> value));
        }

        private static ThreadPool pool(Jobs jobs) {
            return ThreadPool.builder().uncaughtTaskHandler(ignored -> {}).build(jobs);
        }

        void pollSecond() {
            secondJobs.take().run();
        }

        void end(LL_Result r) {
            firstJobs.runAll();
            secondJobs.runAll();
            r.r1 = outcome(first);
            r.r2 = outcome(second);
        }

        private static String outcome(JoinHandle<?> handle) {
            if (!handle.isFinished()) {
                return "waits";
            }
            try {
                Async.blockOn(handle);
                return "done";
            } catch (JoinException failed) {
                boolean refused = failed.getCause() instanceof IllegalStateException
                        && !(failed.getCause() instanceof RejectedExecutionException);
                return refused ? "refused" : failed.toString();
            }
        }
    }

    /** A cancelled future, which keeps its waker in a slot. */
    @JCStressTest
    @Outcome(id = "done, refused", expect = ACCEPTABLE, desc = "The second came first.")
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "The first was woken before, and does not wait any more.")
    @Outcome(expect = FORBIDDEN, desc = "A task waits for ever, or the first is refused.")
    @State
    public static class ACancellation {
        private final CancellationToken token = new CancellationToken();
        private final Two tasks = new Two(token.cancelled());

        @Actor
        public void cancelling() {
            token.cancel();
        }

        @Actor
        public void second() {
            tasks.pollSecond();
        }

        @Arbiter
        public void end(LL_Result r) {
            tasks.end(r);
        }
    }

    /** The future of a stage, which keeps waker and outcome in one field. */
    @JCStressTest
    @Outcome(id = "done, refused", expect = ACCEPTABLE, desc = "The second came first.")
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "The outcome came before, or while the second looked.")
    @Outcome(expect = FORBIDDEN, desc = "A task waits for ever, or the first is refused.")
    @State
    public static class AStage {
        private final CompletableFuture<String> stage = new CompletableFuture<>();
        private final Two tasks = new Two(Future.fromShared(stage));

        @Actor
        public void completing() {
            stage.complete("value");
        }

        @Actor
        public void second() {
            tasks.pollSecond();
        }

        @Arbiter
        public void end(LL_Result r) {
            tasks.end(r);
        }
    }

    /** A clone of a shared future, whose place wakes several tasks. */
    @JCStressTest
    @Outcome(id = "done, refused", expect = ACCEPTABLE, desc = "The second came first.")
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "The first was woken before, and does not wait any more.")
    @Outcome(expect = FORBIDDEN, desc = "A task waits for ever, or the first is refused.")
    @State
    public static class AClone {
        private final Leaf leaf = new Leaf();
        private final Two tasks = new Two(Futures.shared(leaf));

        @Actor
        public void completing() {
            leaf.complete();
        }

        @Actor
        public void second() {
            tasks.pollSecond();
        }

        @Arbiter
        public void end(LL_Result r) {
            tasks.end(r);
        }
    }
}
