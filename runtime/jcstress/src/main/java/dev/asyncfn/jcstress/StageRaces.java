package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** The futures of one stage, which share its callback, against its completion. */
public final class StageRaces {
    private StageRaces() {}

    /** A first poll against the completion. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The stage had completed already.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "It completed after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The value or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class PollAndCompletion {
        private final CompletableFuture<Integer> stage = new CompletableFuture<>();
        private final Waiting<Integer> waiting = new Waiting<>(Future.fromShared(stage));

        @Actor
        public void complete() {
            stage.complete(7);
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

    /** A poll that finds the callback that a dropped future has left, against the completion. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The stage had completed already.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "It completed after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The value or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class PollOfAKnownCallbackAndCompletion {
        private final CompletableFuture<Integer> stage = new CompletableFuture<>();
        private final Waiting<Integer> waiting = new Waiting<>(Future.fromShared(stage));

        public PollOfAKnownCallbackAndCompletion() {
            Future<Integer> dropped = Future.fromShared(stage);
            new Waiting<>(dropped).poll();
            dropped.drop();
        }

        @Actor
        public void complete() {
            stage.complete(7);
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

    /** The drop of another future of the stage, whose callback it leaves, against a first poll. */
    @JCStressTest
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "By whichever callback.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class DropAndPoll {
        private final CompletableFuture<Integer> stage = new CompletableFuture<>();
        private final Future<Integer> dropped = Future.fromShared(stage);
        private final Waiting<Integer> waiting = new Waiting<>(Future.fromShared(stage));

        public DropAndPoll() {
            new Waiting<>(dropped).poll();
        }

        @Actor
        public void drop() {
            dropped.drop();
        }

        @Actor
        public void poll() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            stage.complete(7);
            r.r1 = waiting.outcome();
        }
    }
}
