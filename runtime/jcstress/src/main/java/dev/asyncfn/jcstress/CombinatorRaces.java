package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Shared;
import dev.asyncfn.test.TaskProbe;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Wake-ups that pass through a sub-executor, a shared future or a token on their way to the task. */
public final class CombinatorRaces {
    private CombinatorRaces() {}

    /** The wake of a child of a FuturesUnordered, against a poll of the set. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The poll saw what the wake was for.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "The poll came too early, and was woken.")
    @Outcome(expect = FORBIDDEN, desc = "The child's wake-up was lost on its way to the task.")
    @State
    public static class ChildWakeAndPollOfSet {
        private final Leaf leaf = new Leaf();
        private final FuturesUnordered<Integer> set = FuturesUnordered.of(List.of(leaf));
        private final Waiting<Integer> waiting = new Waiting<>(set.next());

        @Actor
        public void child() {
            leaf.complete();
        }

        @Actor
        public void set() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
            set.drop();
        }
    }

    /** The wakes of two children, while the set's task waits. */
    @JCStressTest
    @Outcome(id = "woken, 7, 7", expect = ACCEPTABLE, desc = "Both were queued, and the task woken.")
    @Outcome(expect = FORBIDDEN, desc = "A child's wake-up was lost.")
    @State
    public static class TwoChildrenWake {
        private final Leaf one = new Leaf();
        private final Leaf other = new Leaf();
        private final FuturesUnordered<Integer> set = FuturesUnordered.of(List.of(one, other));
        private final Waiting<Integer> waiting = Waiting.inLine(set.next());

        @Actor
        public void one() {
            one.complete();
        }

        @Actor
        public void other() {
            other.complete();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = new Waiting<>(set.next()).pollOnce();
        }
    }

    /** A child of a join wakes itself in its poll, while another thread makes it ready and wakes it, too. */
    @JCStressTest
    @Outcome(id = "[7, 7]", expect = ACCEPTABLE, desc = "It was polled until it was ready.")
    @Outcome(expect = FORBIDDEN, desc = "A wake-up was lost between the list of the poll and that of the others.")
    @State
    public static class OwnWakeAndWakeOfBranch {
        private final Leaf leaf = new Leaf();
        private int selfWakes;
        private final Future<Integer> restless = cx -> {
            Poll<Integer> poll = leaf.poll(cx);
            if (poll.isPending() && selfWakes++ == 0) {
                cx.waker().wakeByRef();
            }
            return poll;
        };
        private final Future<List<Integer>> join = Futures.joinAll(List.of(restless, Future.ready(7)));
        private final TaskProbe task = new TaskProbe();
        private Object outcome = "not woken";

        @Actor
        public void complete() {
            leaf.complete();
        }

        @Actor
        public void poll() {
            pollJoin();
        }

        private void pollJoin() {
            try {
                if (task.poll(join) instanceof Poll.Ready<List<Integer>> ready) {
                    outcome = ready.value();
                }
            } catch (Exception e) {
                outcome = e;
            }
        }

        @Arbiter
        public void end(L_Result r) {
            while (outcome == "not woken" && task.takeWoken()) {
                pollJoin();
            }
            r.r1 = outcome.toString();
        }
    }

    /** Completion of the future within, against the poll of a clone. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The poll saw it.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "The poll came first, and was woken.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class WakeAndPollOfShared {
        private final Leaf leaf = new Leaf();
        private final Shared<Integer> shared = Futures.shared(leaf);
        private final Waiting<Integer> waiting = new Waiting<>(shared);

        @Actor
        public void source() {
            leaf.complete();
        }

        @Actor
        public void poll() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /**
     * Two wakes of a shared future, the second for something new. One may find the clone's place in the list of the other, and leave the
     * wake to that: it must come after what the second was for. The task looks as soon as it is woken.
     */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "The last look was late enough.")
    @Outcome(expect = FORBIDDEN, desc = "The second wake was left to the first, which had come too early.")
    @State
    public static class WakeAndWakeOfShared {
        private Waker inner;
        private final Shared<Integer> shared = Futures.shared(cx -> {
            inner = cx.waker().clone();
            return Poll.pending();
        });
        private final Context task = Context.fromWaker(Waker.of(this::look));
        private int news;
        private volatile boolean seen;

        public WakeAndWakeOfShared() {
            look();
        }

        /** As a leaf does: registers, then checks. */
        private void look() {
            shared.poll(task);
            if (news == 1) {
                seen = true;
            }
        }

        @Actor
        public void first(Z_Result r) {
            inner.wakeByRef();
        }

        @Actor
        public void second(Z_Result r) {
            news = 1;
            inner.wakeByRef();
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = seen;
        }
    }

    /** Polls of two clones, of which one at a time polls the future within. */
    @JCStressTest
    @Outcome(id = "7, 7", expect = ACCEPTABLE, desc = "Both saw the outcome.")
    @Outcome(id = "7, woken, 7", expect = ACCEPTABLE, desc = "The other was busy with it, and woke this one.")
    @Outcome(id = "woken, 7, 7", expect = ACCEPTABLE, desc = "The other way round.")
    @Outcome(expect = FORBIDDEN, desc = "A clone waits for ever, or a clone of a waker was not given back.")
    @State
    public static class PollAndPollOfShared {
        private final Leaf leaf = new Leaf();
        private final Shared<Integer> shared = Futures.shared(leaf);
        private final Waiting<Integer> one = new Waiting<>(shared);
        private final Waiting<Integer> other = new Waiting<>(shared.clone());

        public PollAndPollOfShared() {
            leaf.complete();
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

    /** Drop of a clone that waits, against the poll of another; then the future within completes. */
    @JCStressTest
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "The one that is left is woken.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The one that is left waits for ever, or a clone of a waker was not given back.")
    @State
    public static class DropAndPollOfShared {
        private final Leaf leaf = new Leaf();
        private final Shared<Integer> shared = Futures.shared(leaf);
        private final Shared<Integer> another = shared.clone();
        private final Waiting<Integer> gone = Waiting.inLine(another);
        private final Waiting<Integer> waiting = new Waiting<>(shared);

        @Actor
        public void drop() {
            gone.drop();
        }

        @Actor
        public void poll() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            leaf.complete();
            r.r1 = waiting.outcome() + gone.leftOver();
        }
    }

    /** Cancellation of a token, against the poll of one who waits for it. */
    @JCStressTest
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "It was cancelled already.")
    @Outcome(id = "woken, done", expect = ACCEPTABLE, desc = "It was cancelled after the poll, which it woke.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class CancelAndCancelled {
        private final CancellationToken token = new CancellationToken();
        private final Waiting<Void> waiting = new Waiting<>(token.cancelled());

        @Actor
        public void cancel() {
            token.cancel();
        }

        @Actor
        public void poll() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Cancellation of a token, against the making of a child. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "The child is cancelled, too.")
    @Outcome(expect = FORBIDDEN, desc = "The child was missed.")
    @State
    public static class CancelAndChild {
        private final CancellationToken token = new CancellationToken();
        private CancellationToken child;

        @Actor
        public void cancel() {
            token.cancel();
        }

        @Actor
        public void child() {
            child = token.child();
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = child.isCancelled();
        }
    }
}
