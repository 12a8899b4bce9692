package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/** Wakes and polls of a task whose async fns call others, so that the innermost is polled first, by whichever thread runs the task. */
public final class CallRaces {
    private CallRaces() {}

    /** An async fn as one is generated: it awaits one future, and adds one to its value. All plain. */
    private static final class Call extends StateMachine<Integer, Call.State> {
        private enum State {
            START,
            DONE,
            PANICKED,
            DROPPED,
            AWAIT_CALLEE
        }

        private final Future<Integer> callee;

        Call(Future<Integer> callee) {
            super(State.START);
            this.callee = callee;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED);
            if (awaited != null) {
                Poll<?> polled = awaited.poll(cx);
                if (!(polled instanceof Poll.Ready<?>)) {
                    return suspend(next);
                }
                return complete(State.DONE, 1 + (Integer) take(polled));
            }
            if (next != State.START) {
                throw ended(next);
            }
            if (!(callee.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                return suspend(State.AWAIT_CALLEE, callee);
            }
            return complete(State.DONE, 1 + ready.value());
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    private static Call calls(int depth, Future<Integer> leaf) {
        return new Call(depth == 1 ? leaf : calls(depth - 1, leaf));
    }

    /** A wake, against the poll that may make a task skip calls, or find it doing so. */
    public abstract static class WakeAndPoll {
        private final Jobs jobs = new Jobs();
        private final Rooted leaf = new Rooted(false);
        private final JoinHandle<Integer> handle = ThreadPool.on(jobs).spawn(calls(3, leaf));
        private final Runnable job;

        WakeAndPoll(int before) {
            Runnable scheduled = leaf.schedule(jobs);
            for (int i = 0; i < before; i++) {
                scheduled.run();
                scheduled = leaf.schedule(jobs);
            }
            job = scheduled;
        }

        void run() {
            job.run();
        }

        void wake() {
            leaf.complete();
        }

        void end(LII_Result r) {
            jobs.runAll();
            r.r1 = new Waiting<>(handle).pollOnce();
            r.r2 = leaf.polls();
            r.r3 = leaf.drops();
        }
    }

    /** The poll is the second one. */
    @JCStressTest
    @Outcome(id = "10, 1, 0", expect = ACCEPTABLE, desc = "The poll saw what the wake was for.")
    @Outcome(id = "10, 2, 0", expect = ACCEPTABLE, desc = "The poll came too early, and there was another.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a call got no value.")
    @State
    public static class WakeAndSecondPoll extends WakeAndPoll {
        public WakeAndSecondPoll() {
            super(0);
        }

        @Actor
        public void runner() {
            run();
        }

        @Actor
        public void waker() {
            wake();
        }

        @Arbiter
        public void arbiter(LII_Result r) {
            end(r);
        }
    }

    /** The poll is a later one. */
    @JCStressTest
    @Outcome(id = "10, 1, 0", expect = ACCEPTABLE, desc = "The poll saw what the wake was for.")
    @Outcome(id = "10, 2, 0", expect = ACCEPTABLE, desc = "The poll came too early, and there was another.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a call got no value.")
    @State
    public static class WakeAndLaterPoll extends WakeAndPoll {
        public WakeAndLaterPoll() {
            super(2);
        }

        @Actor
        public void runner() {
            run();
        }

        @Actor
        public void waker() {
            wake();
        }

        @Arbiter
        public void arbiter(LII_Result r) {
            end(r);
        }
    }
}
