package dev.asyncfn.executor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** The owner of a queue against thieves. In the package of the queue, since programs do not see it. */
public final class RunQueueRaces {
    private RunQueueRaces() {}

    /** Its elements as the digits of a number, the first in front. */
    private static int drain(RunQueue<Integer> queue) {
        int digits = 0;
        for (Integer next = queue.poll(); next != null; next = queue.poll()) {
            digits = 10 * digits + next;
        }
        return digits;
    }

    private static int orZero(Integer element) {
        return element == null ? 0 : element;
    }

    /** The last element. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "One of them has it.")
    @Outcome(expect = FORBIDDEN, desc = "Both or none.")
    @State
    public static class PollAndSteal {
        private final RunQueue<Integer> queue = new RunQueue<>(2, 0);
        private final RunQueue<Integer> thief = new RunQueue<>(2, 0);

        public PollAndSteal() {
            queue.push(1);
        }

        @Actor
        public void owner(II_Result r) {
            r.r1 = orZero(queue.poll());
        }

        @Actor
        public void stealing(II_Result r) {
            queue.stealInto(thief);
            r.r2 = orZero(thief.poll());
        }
    }

    /** The owner's pushes want the places that the thief empties. */
    @JCStressTest
    @Outcome(
            id = {"3, 2, 1", "3, 1, 2"},
            expect = ACCEPTABLE,
            desc = "Each element in one place.")
    @Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "The same, without a place for the third.")
    @Outcome(expect = FORBIDDEN, desc = "An element was lost, came twice, or was overtaken.")
    @State
    public static class PushAndSteal {
        private final RunQueue<Integer> queue = new RunQueue<>(2, -1);
        private final RunQueue<Integer> thief = new RunQueue<>(2, 0);

        public PushAndSteal() {
            queue.push(1);
            queue.push(2);
        }

        @Actor
        public void owner(III_Result r) {
            r.r2 = orZero(queue.poll());
            queue.push(3);
        }

        @Actor
        public void stealing() {
            queue.stealInto(thief);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = drain(queue);
            r.r3 = drain(thief);
        }
    }

    /** Two thieves. */
    @JCStressTest
    @Outcome(
            id = {"34, 12, 0", "34, 0, 12", "4, 12, 3", "4, 3, 12"},
            expect = ACCEPTABLE,
            desc = "One after the other, or one had to leave it.")
    @Outcome(expect = FORBIDDEN, desc = "An element was lost, came twice, or was overtaken.")
    @State
    public static class StealAndSteal {
        private final RunQueue<Integer> queue = new RunQueue<>(4, 0);
        private final RunQueue<Integer> one = new RunQueue<>(4, 0);
        private final RunQueue<Integer> other = new RunQueue<>(4, 0);

        public StealAndSteal() {
            for (int i = 1; i <= 4; i++) {
                queue.push(i);
            }
        }

        @Actor
        public void oneThief() {
            queue.stealInto(one);
        }

        @Actor
        public void otherThief() {
            queue.stealInto(other);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = drain(queue);
            r.r2 = drain(one);
            r.r3 = drain(other);
        }
    }

    /** Two thieves, and an owner whose push wants a place of the first. */
    @JCStressTest
    @Outcome(id = "4", expect = ACCEPTABLE, desc = "There was no place yet; each of the four is there.")
    @Outcome(id = "5", expect = ACCEPTABLE, desc = "Each of the five is there.")
    @Outcome(expect = FORBIDDEN, desc = "An element was lost, or came twice.")
    @State
    public static class TwoThievesAndAPush {
        private final RunQueue<Integer> queue = new RunQueue<>(4, 0);
        private final RunQueue<Integer> one = new RunQueue<>(4, 0);
        private final RunQueue<Integer> other = new RunQueue<>(4, 0);
        private boolean pushed;

        public TwoThievesAndAPush() {
            for (int i = 0; i < 4; i++) {
                queue.push(i);
            }
        }

        @Actor
        public void owner() {
            pushed = queue.push(4);
        }

        @Actor
        public void oneThief() {
            queue.stealInto(one);
        }

        @Actor
        public void otherThief() {
            queue.stealInto(other);
        }

        @Arbiter
        public void end(I_Result r) {
            int seen = mark(queue) + mark(one) + mark(other);
            int all = pushed ? 5 : 4;
            r.r1 = seen == (1 << 4 * all) / 15 ? all : -1;
        }

        /** The elements as digits of a number of base 16, each of them how often it is there. */
        private static int mark(RunQueue<Integer> queue) {
            int seen = 0;
            for (Integer next = queue.poll(); next != null; next = queue.poll()) {
                seen += 1 << 4 * next;
            }
            return seen;
        }
    }

    /** A thief steals while its own queue is robbed. */
    @JCStressTest
    @Outcome(
            id = {"2, 1, 3", "2, 31, 0", "2, 0, 31", "2, 3, 1"},
            expect = ACCEPTABLE,
            desc = "Each in one place.")
    @Outcome(expect = FORBIDDEN, desc = "An element was lost, came twice, or was overtaken.")
    @State
    public static class AThiefIsRobbed {
        private final RunQueue<Integer> queue = new RunQueue<>(2, 0);
        private final RunQueue<Integer> thief = new RunQueue<>(2, 0);
        private final RunQueue<Integer> robber = new RunQueue<>(2, 0);

        public AThiefIsRobbed() {
            queue.push(1);
            queue.push(2);
            thief.push(3);
        }

        @Actor
        public void stealing() {
            queue.stealInto(thief);
        }

        @Actor
        public void robbing() {
            thief.stealInto(robber);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = drain(queue);
            r.r2 = drain(thief);
            r.r3 = drain(robber);
        }
    }
}
