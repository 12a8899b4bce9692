package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PollingExecutorTest {
    private final PollingExecutor executor = new PollingExecutor();
    private final List<String> lines = new ArrayList<>();

    private static final class Unit {
        int pos;

        Unit(int pos) {
            this.pos = pos;
        }
    }

    /** Goes to one place after the other, a step a poll, and never wakes anybody. */
    private final class Patrol implements Future<Integer> {
        private final Unit unit;
        private final List<Integer> route;
        private int legs;

        Patrol(Unit unit, List<Integer> route) {
            this.unit = unit;
            this.route = route;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            while (legs < route.size()) {
                int target = route.get(legs);
                if (unit.pos != target) {
                    unit.pos += Integer.signum(target - unit.pos);
                    return Poll.pending();
                }
                legs++;
                lines.add("reached " + target);
            }
            return Poll.ready(legs);
        }
    }

    @Test
    void patrolsRunTickByTickAsInTheRustProgram() {
        Unit a = new Unit(0);
        Unit b = new Unit(5);
        Map<JoinHandle<?>, String> names = new LinkedHashMap<>();
        names.put(executor.spawn(new Patrol(a, List.of(2, -1))), "a");
        names.put(executor.spawn(new Patrol(b, List.of(5, 4))), "b");
        for (int tick = 1; executor.size() > 0; tick++) {
            lines.add("tick " + tick);
            executor.tick(task -> lines.add("task " + names.get(task) + " done " + valueOf(task)));
            lines.add("a=" + a.pos + " b=" + b.pos);
        }
        assertThat(lines)
                .containsExactly(
                        "tick 1",
                        "reached 5",
                        "a=1 b=4", //
                        "tick 2",
                        "reached 4",
                        "task b done 2",
                        "a=2 b=4", //
                        "tick 3",
                        "reached 2",
                        "a=1 b=4", //
                        "tick 4",
                        "a=0 b=4", //
                        "tick 5",
                        "a=-1 b=4", //
                        "tick 6",
                        "reached -1",
                        "task a done 2",
                        "a=-1 b=4");
    }

    /** Inside a tick nobody may block, so the finished handle is polled. */
    private static Object valueOf(JoinHandle<?> task) {
        Poll<?> poll = task.poll(Context.fromWaker(Waker.noop()));
        return ((Poll.Ready<?>) poll).value();
    }

    @Test
    void tickGivesTheFinishedTasksInTheOrderOfTheirSpawn() {
        Leaf<String> later = Leaf.pending();
        JoinHandle<String> first = executor.spawn(Future.ready("first"));
        JoinHandle<String> second = executor.spawn(later);
        JoinHandle<String> third = executor.spawn(Future.ready("third"));
        assertThat(executor.tick()).isEqualTo(List.of(first, third));
        assertThat(executor.tick()).isEmpty();
        later.complete("second");
        assertThat(executor.tick()).isEqualTo(List.of(second));
        assertThat(executor.size()).isZero();
    }

    @Test
    void everyTaskIsPolledOnceATickWokenOrNot() {
        Leaf<String> leaf = Leaf.doing(cx -> {
            cx.waker().wakeByRef();
            return Poll.pending();
        });
        Leaf<String> silent = Leaf.pending();
        executor.spawn(leaf);
        executor.spawn(silent);
        executor.tick();
        leaf.waker.wakeByRef();
        executor.tick();
        assertThat(leaf.polls).hasValue(2);
        assertThat(silent.polls).hasValue(2);
    }

    @Test
    void aTaskSpawnedDuringATickIsPolledInTheNext() {
        Leaf<String> inner = Leaf.pending();
        executor.spawn(Leaf.doing(cx -> {
            executor.spawn(inner);
            return Poll.ready(null);
        }));
        executor.tick();
        assertThat(inner.polls).hasValue(0);
        executor.tick();
        assertThat(inner.polls).hasValue(1);
        assertThat(executor.size()).isOne();
    }

    @Test
    void anAbortTakesEffectAtTheNextTick() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = executor.spawn(leaf);
        executor.tick();
        Threads.run(handle::abort);
        assertThat(leaf.drops).hasValue(0);
        assertThat(executor.tick()).isEqualTo(List.of(handle));
        assertThat(leaf.drops).hasValue(1);
        assertThat(leaf.polls).hasValue(1);
    }

    @Test
    void aThrowIsCapturedAndTheOthersArePolled() {
        JoinHandle<String> failing = executor.spawn(Future.failed(new IllegalStateException("thrown")));
        Leaf<String> other = Leaf.pending();
        executor.spawn(other);
        executor.tick();
        assertThat(other.polls).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(failing)).hasRootCauseMessage("thrown");
    }

    @Test
    void aTickInsideATickThrows() {
        JoinHandle<List<JoinHandle<?>>> nested = executor.spawn(Leaf.doing(cx -> Poll.ready(executor.tick())));
        executor.tick();
        assertThatThrownBy(() -> Async.blockOn(nested)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallbackThatThrowsLosesNoTask() {
        executor.spawn(Future.ready("finished"));
        Leaf<String> other = Leaf.pending();
        executor.spawn(other);
        IllegalArgumentException thrown = new IllegalArgumentException("from the callback");
        assertThatThrownBy(() -> executor.tick(task -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(executor.size()).isOne();
        executor.tick();
        assertThat(other.polls).hasValue(1);
    }

    @Test
    void closeDropsEveryTaskOnce() {
        Leaf<String> leaf = Leaf.pending();
        executor.spawn(leaf);
        executor.tick();
        executor.close();
        executor.close();
        assertThat(leaf.drops).hasValue(1);
        assertThat(executor.size()).isZero();
        assertThatThrownBy(() -> executor.spawn(Future.ready(1))).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void nullsAreRefusedAndTheExecutorGoesOn() {
        assertThatNullPointerException().isThrownBy(() -> new PollingExecutor(null));
        PollingExecutor executor = new PollingExecutor();
        assertThatNullPointerException().isThrownBy(() -> executor.spawn(null));
        assertThatNullPointerException().isThrownBy(() -> executor.tick(null));
        executor.spawn(Future.ready(1));
        assertThat(executor.tick()).hasSize(1);
    }

    @Test
    void aClosedExecutorTakesNoTasksAndMayBeClosedAgain() {
        PollingExecutor executor = new PollingExecutor();
        executor.close();
        executor.close();
        Leaf<String> late = Leaf.pending();
        assertThatThrownBy(() -> executor.spawn(late)).isInstanceOf(RejectedExecutionException.class);
        assertThat(executor.tick()).isEmpty();
        assertThat(late.polls).hasValue(0);
        assertThat(late.drops).hasValue(0);
    }
}
