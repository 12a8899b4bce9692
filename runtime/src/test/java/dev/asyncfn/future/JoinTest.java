package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.PollingExecutor;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JoinTest {
    private final TaskProbe task = new TaskProbe();
    private final Leaf<String> first = Leaf.pending();
    private final Leaf<String> second = Leaf.pending();

    @Test
    void joinsOfTwoThreeAndFourKeepTheirTypes() {
        Pair<Integer, String> two = Async.blockOn(Futures.join(Future.ready(1), Future.ready("2")));
        int one = two.first();
        String text = two.second();
        assertThat(one + text).isEqualTo("12");
        assertThat(Async.blockOn(Futures.join(Future.ready(1), Future.ready("2"), Future.ready(3L))))
                .isEqualTo(new Triple<>(1, "2", 3L));
        assertThat(Async.blockOn(
                        Futures.join(Future.ready(1), Future.ready("2"), Future.ready(3L), Future.ready(null))))
                .isEqualTo(new Quadruple<>(1, "2", 3L, null));
    }

    @Test
    void isPendingUntilTheLastHasCompleted() throws Exception {
        Future<Pair<String, String>> join = Futures.join(first, second);
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        second.completeAndWake("b");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        first.completeAndWake("a");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(join)).isEqualTo(Poll.ready(new Pair<>("a", "b")));
        assertThat(task.held()).isZero();
    }

    @Test
    void aPollPollsOnlyWhatWasWoken() throws Exception {
        Future<Pair<String, String>> join = Futures.join(first, second);
        task.poll(join);
        second.waker.wakeByRef();
        task.poll(join);
        assertThat(first.polls).hasValue(1);
        assertThat(second.polls).hasValue(2);
    }

    @Test
    void aPollWithoutAWakePollsAllThatAreLeft() throws Exception {
        Future<List<String>> join = Futures.joinAll(List.of(first, second, Future.ready("c")));
        task.poll(join);
        task.poll(join);
        assertThat(first.polls).hasValue(2);
        assertThat(second.polls).hasValue(2);
    }

    @Test
    void runsUnderAnExecutorThatIgnoresWakers() {
        try (PollingExecutor executor = new PollingExecutor()) {
            JoinHandle<Pair<String, String>> handle = executor.spawn(Futures.join(first, second));
            executor.tick();
            first.complete("a");
            executor.tick();
            second.complete("b");
            executor.tick();
            assertThat(Async.blockOn(handle)).isEqualTo(new Pair<>("a", "b"));
        }
    }

    @Test
    void aWakeDuringThePollIsNotLost() {
        assertThat(Async.blockOn(Futures.joinAll(List.of(
                        Futures.map(Futures.yieldNow(), nothing -> "a"),
                        Futures.map(Futures.yieldNow(), nothing -> "b")))))
                .containsExactly("a", "b");
    }

    @Test
    void aLateWakeOfACompletedFutureWakesNobody() throws Exception {
        Future<Pair<String, String>> join = Futures.join(first, second);
        task.poll(join);
        first.completeAndWake("a");
        task.poll(join);
        second.completeAndWake("b");
        task.poll(join);
        task.takeWoken();
        first.waker.wakeByRef();
        second.waker.wakeByRef();
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void theNewestTaskIsWokenWhenTheJoinMoves() throws Exception {
        TaskProbe newer = new TaskProbe();
        Future<Pair<String, String>> join = Futures.join(first, second);
        task.poll(join);
        newer.poll(join);
        first.waker.wakeByRef();
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void childrenSpendTheBudgetOfTheTask() throws Exception {
        Context cx = Context.withBudget(task.waker(), 1);
        Future<Pair<Integer, Integer>> join = Futures.join(Future.ready(1), Future.ready(2));
        assertThat(join.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(join)).isEqualTo(Poll.ready(new Pair<>(1, 2)));
    }

    @Test
    void afterAFailureTheOthersGoOnToTheirEnd() throws Exception {
        IOException failure = new IOException("first");
        Future<Pair<Object, String>> join = Futures.join(Future.failed(failure), second);
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        second.completeAndWake("b");
        assertThatThrownBy(() -> task.poll(join)).isSameAs(failure);
        assertThat(task.held()).isZero();
    }

    @Test
    void theFirstFailureInOrderIsThrownWithTheOthersSuppressed() {
        IOException one = new IOException("one");
        IOException two = new IOException("two");
        Future<Object> lateFailure = Futures.map(Futures.yieldNow(), nothing -> {
            throw new IllegalStateException(one);
        });
        assertThatThrownBy(() -> Async.blockOn(Futures.join(lateFailure, Future.failed(two), Future.failed(two))))
                .hasCause(one)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(two, two));
    }

    @Test
    void oneFailureOfTwoFuturesIsNotSuppressedInItself() {
        IOException shared = new IOException("shared");
        assertThatThrownBy(() -> Async.blockOn(Futures.join(Future.failed(shared), Future.failed(shared))))
                .isSameAs(shared)
                .hasNoSuppressedExceptions();
    }

    @Test
    void droppingDropsWhatHasNotCompleted() throws Exception {
        Leaf<String> completed = Leaf.pending();
        completed.complete("done");
        Future<List<String>> join = Futures.joinAll(List.of(first, completed, second));
        task.poll(join);
        join.drop();
        join.drop();
        assertThat(first.drops).hasValue(1);
        assertThat(second.drops).hasValue(1);
        assertThat(completed.drops).hasValue(0);
        assertThat(task.held()).isZero();
        first.waker.wakeByRef();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void aDropThatThrowsDoesNotKeepTheOthersFromBeingDropped() {
        IllegalStateException thrown = new IllegalStateException("from drop");
        first.onDrop(() -> {
            throw thrown;
        });
        Future<Pair<String, String>> join = Futures.join(first, second);
        assertThatThrownBy(join::drop).isSameAs(thrown);
        assertThat(second.drops).hasValue(1);
    }

    @Test
    void joinAllGivesTheValuesInOrderNullsIncluded() {
        List<String> all = Async.blockOn(Futures.joinAll(
                List.of(Futures.map(Futures.yieldNow(), nothing -> "late"), Future.<String>ready(null))));
        assertThat(all).isEqualTo(Arrays.asList("late", null));
        assertThatThrownBy(() -> all.set(0, "changed")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void joinAllOfNothingIsReady() throws Exception {
        assertThat(task.poll(Futures.joinAll(List.of()))).isEqualTo(Poll.ready(List.of()));
    }

    @Test
    void joinAllCopiesItsList() {
        List<Future<Integer>> futures = new ArrayList<>(List.of(Future.ready(1)));
        Future<List<Integer>> join = Futures.joinAll(futures);
        futures.clear();
        assertThat(Async.blockOn(join)).containsExactly(1);
    }

    @Test
    void polledAfterCompletionThrows() throws Exception {
        Future<List<Integer>> join = Futures.joinAll(List.of(Future.ready(1)));
        task.poll(join);
        assertThatThrownBy(() -> task.poll(join)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyTasksOfAPoolAreJoinedWhileTheyWakeFromManyThreads() {
        try (ThreadPool pool = ThreadPool.of(4)) {
            List<Future<Integer>> handles = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                int value = i;
                handles.add(pool.spawn(Futures.map(Futures.yieldNow(), nothing -> value)));
            }
            List<Integer> all = Async.blockOn(pool.spawn(Futures.joinAll(handles)));
            assertThat(all.stream().mapToInt(Integer::intValue).sum()).isEqualTo(499_500);
        }
    }

    @Test
    void aBusyChildDoesNotStarveItsSiblings() {
        List<String> order = new ArrayList<>();
        try (LocalPool pool = new LocalPool()) {
            Leaf<Void> busy = Leaf.doing(cx -> {
                order.add("busy");
                cx.waker().wakeByRef();
                return order.size() < 4 ? Poll.pending() : Poll.ready(null);
            });
            Future<Void> sibling = Futures.map(Futures.yieldNow(), nothing -> {
                order.add("sibling");
                return null;
            });
            pool.runUntil(Futures.join(busy, sibling));
        }
        assertThat(order).containsExactly("busy", "busy", "sibling", "busy");
    }

    @Test
    void theFirstPollStopsWhereTheBudgetEndsAndTheNextGoesOnThere() throws Exception {
        int[] polls = new int[20];
        List<Future<Integer>> leaves = new ArrayList<>();
        for (int i = 0; i < polls.length; i++) {
            int n = i;
            leaves.add(cx -> {
                polls[n]++;
                return cx.proceed() ? Poll.ready(n) : Poll.pending();
            });
        }
        Future<List<Integer>> join = Futures.joinAll(leaves);
        assertThat(join.poll(Context.withBudget(task.waker(), 5))).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(polls[4]).isOne();
        assertThat(polls[5]).isZero();
        assertThat(join.poll(Context.withBudget(task.waker(), 100)).isReady()).isTrue();
        assertThat(polls).containsOnly(1);
    }

    @Test
    void theRestComesBeforeBranchesThatHaveWokenThemselves() throws Exception {
        List<Integer> order = new ArrayList<>();
        List<Future<Integer>> busy = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int n = i;
            busy.add(cx -> {
                order.add(n);
                cx.waker().wakeByRef();
                cx.proceed();
                return Poll.pending();
            });
        }
        Future<List<Integer>> join = Futures.joinAll(busy);
        for (int polls = 0; polls < 4; polls++) {
            assertThat(join.poll(Context.withBudget(task.waker(), 2))).isSameAs(Poll.pending());
            assertThat(task.takeWoken()).isTrue();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void aJoinThatIsGivenUpBeforeItsFirstPollPollsNothing() throws Exception {
        Future<Pair<String, String>> join = Futures.join(first, second);
        assertThat(join.pollDrop(task.context()).isReady()).isTrue();
        assertThat(first.polls).hasValue(0);
        assertThat(second.polls).hasValue(0);
    }

    @Test
    void theSameFutureTwiceIsRefusedAmongFewAndAmongMany() {
        for (int count : new int[] {2, 8, 9, 40}) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < count - 1; i++) {
                all.add(Leaf.pending());
            }
            all.add(all.get(0));
            assertThatThrownBy(() -> Futures.joinAll(all))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("futures 1 and " + count + " of a join are the same");
        }
    }

    /** A yield knows its owner, and is found twice by that; a signal does not. */
    @Test
    void aJoinThatIsRefusedLeavesItsFuturesToOthers() {
        for (int count : new int[] {2, 9, 40}) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count - 1; i++) {
                all.add(i % 2 == 0 ? Futures.yieldNow() : new Signal<>());
            }
            List<Future<?>> twice = new ArrayList<>(all);
            twice.add(all.get(0));
            assertThatThrownBy(() -> Futures.joinAll(twice))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("futures 1 and " + count + " of a join are the same, YieldNow");
            Futures.joinAll(all).drop();
        }
    }

    @Test
    void aFutureOfAnotherJoinIsRefusedByTheNameOfThat() {
        Future<Void> shared = Futures.yieldNow();
        Future<List<Void>> owner = Futures.joinAll(List.of(shared));
        assertThatThrownBy(() -> Futures.tryJoinAll(List.of(shared)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("YieldNow is driven by JoinAll, so TryJoinAll cannot drive it, too");
        owner.drop();
    }

    @Test
    void whatAPollWakesIsPolledInTheNextOneAfterWhatOthersHadWokenBefore() throws Exception {
        List<String> order = new ArrayList<>();
        Signal<String> own = new Signal<String>().onPoll(() -> order.add("own"));
        Signal<String> others = new Signal<String>().onPoll(() -> order.add("others"));
        Signal<String> waking = new Signal<>();
        Future<List<String>> join = Futures.joinAll(List.of(own, others, waking));
        waking.onPoll(() -> {
            if (waking.polls.get() == 2) {
                CompletableFuture.runAsync(others::wake).join();
                own.wake();
                own.wake();
            }
        });
        task.poll(join);
        waking.wake();
        task.takeWoken();
        order.clear();
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        assertThat(order).isEmpty();
        assertThat(task.takeWoken()).isTrue();
        task.poll(join);
        assertThat(order).containsExactly("others", "own");
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void afterAPollItsThreadWakesTheTaskAsAnyOther() throws Exception {
        Future<Pair<String, String>> join = Futures.join(first, second);
        Future<Pair<String, String>> outer = Futures.map(join, pair -> pair);
        task.poll(outer);
        first.completeAndWake("a");
        assertThat(task.takeWoken()).isTrue();
        task.poll(outer);
        second.completeAndWake("b");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(outer)).isEqualTo(Poll.ready(new Pair<>("a", "b")));
    }
}
