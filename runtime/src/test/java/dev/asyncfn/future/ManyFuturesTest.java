package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred thousand futures as one: the number of polls is that of wakes, not its product with the number of futures. */
class ManyFuturesTest {
    private static final int MANY = 100_000;

    private final TaskProbe task = new TaskProbe();
    private final List<Signal<Integer>> signals =
            IntStream.range(0, MANY).mapToObj(i -> new Signal<Integer>()).toList();

    @Test
    void joinAllPollsEachTwiceWhenTheyAreWokenOneAtATime() throws Exception {
        Future<List<Integer>> join = Futures.joinAll(signals);
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        Poll<List<Integer>> last = Poll.pending();
        for (int i : shuffled()) {
            assertThat(last.isPending()).isTrue();
            signals.get(i).complete(i);
            last = task.poll(join);
        }
        assertThat(last).isEqualTo(Poll.ready(IntStream.range(0, MANY).boxed().toList()));
        assertThat(polls()).isEqualTo(2L * MANY);
        assertThat(task.wakes()).isEqualTo(MANY);
        assertThat(task.held()).isZero();
    }

    @Test
    void futuresUnorderedPollsEachTwiceWhenTheyAreWokenOneAtATime() throws Exception {
        FuturesUnordered<Integer> set = FuturesUnordered.of(signals);
        assertThat(set.pollNext(task.context())).isSameAs(Poll.pending());
        for (int i : shuffled()) {
            signals.get(i).complete(i);
            assertThat(set.pollNext(task.context())).isEqualTo(Poll.ready(i));
            assertThat(set.pollNext(task.context()).isReady()).isEqualTo(set.isEmpty());
        }
        assertThat(polls()).isEqualTo(2L * MANY);
        assertThat(task.held()).isZero();
    }

    @Test
    void thoseThatAreReadyAreJoinedAFewEachPollWithoutPollingTheOthersInVain() {
        List<Integer> polls = new ArrayList<>();
        Future<List<Integer>> join = Futures.joinAll(IntStream.range(0, MANY)
                .mapToObj(i -> Futures.<Integer>pollFn(cx -> {
                    polls.add(i);
                    return cx.proceed() ? Poll.ready(i) : Poll.pending();
                }))
                .toList());
        try (LocalPool pool = new LocalPool()) {
            assertThat(pool.runUntil(join)).hasSize(MANY);
        }
        assertThat(polls).hasSize(MANY);
    }

    @Test
    void oneFutureThatStandsThereManyTimesIsPolledAsOften() {
        try (LocalPool pool = new LocalPool()) {
            assertThat(pool.runUntil(Futures.joinAll(Collections.nCopies(MANY, Future.ready(1)))))
                    .hasSize(MANY);
        }
    }

    @Test
    void allAreDroppedThoughEachDropThrows() throws Exception {
        Future<List<Integer>> join = Futures.joinAll(signals);
        task.poll(join);
        IllegalStateException thrown = new IllegalStateException("from drop");
        signals.forEach(signal -> signal.onDrop(() -> {
            throw thrown;
        }));
        assertThat(catchOf(join)).isSameAs(thrown);
        assertThat(signals).allMatch(signal -> signal.drops.get() == 1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aBusyChildLeavesTheBudgetOfTheNextPollToItsSiblings() throws Exception {
        Future<Integer> busy = Futures.pollFn(cx -> {
            while (cx.proceed()) {
                Thread.onSpinWait();
            }
            return Poll.pending();
        });
        List<Future<Integer>> futures = new ArrayList<>(List.of(busy));
        for (int i = 0; i < 1_000; i++) {
            futures.add(Future.ready(i));
        }
        Future<List<Integer>> join = Futures.joinAll(futures);
        for (int i = 0; i < 1_000 / 128 + 3; i++) {
            assertThat(join.poll(Context.withBudget(task.waker(), 128))).isSameAs(Poll.pending());
            assertThat(task.takeWoken()).isTrue();
        }
        assertThat(((Traced) join).state()).isEqualTo("join, 1 of 1001 left");
    }

    private static Throwable catchOf(Future<?> dropped) {
        try {
            dropped.drop();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private static List<Integer> shuffled() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
        Collections.shuffle(order, new Random(7));
        return order;
    }

    private long polls() {
        return signals.stream().mapToLong(signal -> signal.polls.get()).sum();
    }
}
