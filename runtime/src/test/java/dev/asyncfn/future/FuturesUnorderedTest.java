package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FuturesUnorderedTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<String> first = new Signal<>();
    private final Signal<String> second = new Signal<>();
    private final Signal<String> third = new Signal<>();
    private final FuturesUnordered<String> set = FuturesUnordered.of(List.of(first, second, third));

    @Test
    void anEmptySetGivesNullAtOnce() throws Exception {
        FuturesUnordered<String> empty = new FuturesUnordered<>();
        assertThat(empty.isEmpty()).isTrue();
        assertThat(task.poll(empty.next())).isEqualTo(Poll.ready(null));
        assertThat(empty.pollNext(task.context())).isEqualTo(Poll.ready(null));
        assertThat(task.clones()).isZero();
    }

    @Test
    void valuesComeInTheOrderOfCompletion() throws Exception {
        Future<String> next = set.next();
        assertThat(task.poll(next)).isSameAs(Poll.pending());
        second.complete("b");
        third.complete("c");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(next)).isEqualTo(Poll.ready("b"));
        assertThat(set.size()).isEqualTo(2);
        assertThat(task.poll(set.next())).isEqualTo(Poll.ready("c"));
        next = set.next();
        assertThat(task.poll(next)).isSameAs(Poll.pending());
        first.complete("a");
        assertThat(task.poll(next)).isEqualTo(Poll.ready("a"));
        assertThat(set.isEmpty()).isTrue();
        assertThat(task.held()).isZero();
    }

    @Test
    void aPollPollsOnlyWhatWasWokenAndNothingIfNothingWas() throws Exception {
        set.pollNext(task.context());
        set.pollNext(task.context());
        second.wake();
        set.pollNext(task.context());
        assertThat(List.of(first.polls.get(), second.polls.get(), third.polls.get()))
                .containsExactly(1, 2, 1);
    }

    @Test
    void wakesOfOneChildCoalesce() throws Exception {
        set.pollNext(task.context());
        second.wake();
        second.wake();
        assertThat(task.wakes()).isOne();
        set.pollNext(task.context());
        assertThat(second.polls).hasValue(2);
    }

    @Test
    void aFailureLeavesTheSetAndTheOthersGoOn() throws Exception {
        IOException failure = new IOException("second");
        set.pollNext(task.context());
        second.fail(failure);
        first.complete("a");
        Future<String> next = set.next();
        assertThatThrownBy(() -> task.poll(next)).isSameAs(failure);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(next));
        assertThat(set.size()).isEqualTo(2);
        assertThat(task.poll(set.next())).isEqualTo(Poll.ready("a"));
        assertThat(second.drops).hasValue(0);
    }

    @Test
    void nullValuesAreGiven() throws Exception {
        FuturesUnordered<Void> voids = FuturesUnordered.of(List.of(Futures.yieldNow(), Futures.yieldNow()));
        int taken = 0;
        while (!voids.isEmpty()) {
            assertThat(Async.<Void>blockOn(voids.next())).isNull();
            taken++;
        }
        assertThat(taken).isEqualTo(2);
    }

    @Test
    void aPushWakesTheTaskThatWaits() throws Exception {
        FuturesUnordered<String> growing = FuturesUnordered.of(List.of(first));
        growing.pollNext(task.context());
        growing.push(Future.ready("pushed"));
        assertThat(task.takeWoken()).isTrue();
        assertThat(growing.pollNext(task.context())).isEqualTo(Poll.ready("pushed"));
        assertThat(first.polls).hasValue(1);
    }

    @Test
    void aChildMayPushWhileItIsPolled() throws Exception {
        FuturesUnordered<String> growing = new FuturesUnordered<>();
        first.onPoll(() -> growing.push(second));
        growing.push(first);
        assertThat(growing.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(growing.size()).isEqualTo(2);
        assertThat(task.takeWoken()).isTrue();
        growing.pollNext(task.context());
        assertThat(second.polls).hasValue(1);
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void aChildThatWakesItselfIsPolledOnceInAPollAndAgainInTheNext() throws Exception {
        second.onPoll(second::wake);
        assertThat(set.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(second.polls).hasValue(1);
        set.pollNext(task.context());
        assertThat(task.takeWoken()).isTrue();
        assertThat(List.of(first.polls.get(), second.polls.get(), third.polls.get()))
                .containsExactly(1, 2, 1);
    }

    @Test
    void aSiblingThatIsWokenInAPollIsNotForgotten() throws Exception {
        third.onPoll(first::wake);
        set.pollNext(task.context());
        assertThat(task.takeWoken()).isTrue();
        set.pollNext(task.context());
        assertThat(first.polls).hasValue(2);
    }

    @Test
    void aSiblingThatIsWokenInAPollThatThrowsIsNotForgotten() throws Exception {
        first.onPoll(() -> {
            if (first.polls.get() == 2) {
                third.wake();
                throw new IllegalStateException("second poll");
            }
        });
        set.pollNext(task.context());
        first.wake();
        assertThatThrownBy(() -> set.pollNext(task.context())).hasMessage("second poll");
        set.pollNext(task.context());
        assertThat(third.polls).hasValue(2);
        task.takeWoken();
        second.wake();
        assertThat(task.takeWoken()).as("woken by the thread that has polled").isTrue();
    }

    @Test
    void theRestComesFirstInTheNextPollWhenTheBudgetIsSpent() throws Exception {
        List<Integer> order = new ArrayList<>();
        FuturesUnordered<Integer> busy = FuturesUnordered.of(IntStream.range(0, 3)
                .mapToObj(i -> Futures.<Integer>pollFn(cx -> {
                    order.add(i);
                    while (cx.proceed()) {
                        Thread.yield();
                    }
                    return Poll.pending();
                }))
                .toList());
        for (int i = 0; i < 6; i++) {
            busy.pollNext(Context.withBudget(task.waker(), 10));
            assertThat(task.takeWoken()).isTrue();
        }
        assertThat(order).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void theNewestTaskIsWoken() throws Exception {
        TaskProbe newer = new TaskProbe();
        set.pollNext(task.context());
        set.pollNext(newer.context());
        first.wake();
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void droppingNextLosesNothingAndLetsGoOfTheTask() throws Exception {
        Future<String> next = set.next();
        task.poll(next);
        next.drop();
        next.drop();
        assertThat(task.held()).isZero();
        first.complete("a");
        assertThat(task.wakes()).isZero();
        assertThat(task.poll(set.next())).isEqualTo(Poll.ready("a"));
    }

    @Test
    void dropDropsWhatIsInItOnce() throws Exception {
        set.pollNext(task.context());
        second.complete("b");
        set.pollNext(task.context());
        set.drop();
        set.drop();
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 0, 1);
        assertThat(task.held()).isZero();
        assertThat(set.isEmpty()).isTrue();
    }

    @Test
    void usedAfterItWasDroppedItThrows() {
        set.drop();
        assertThatIllegalStateException().isThrownBy(() -> set.push(first));
        assertThatIllegalStateException().isThrownBy(() -> set.pollNext(task.context()));
        assertThatIllegalStateException().isThrownBy(() -> task.poll(set.next()));
    }

    @Test
    void dropsThatThrowDoNotKeepTheOthersFromBeingDropped() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two");
        first.onDrop(() -> {
            throw one;
        });
        second.onDrop(() -> {
            throw two;
        });
        assertThatThrownBy(set::drop).isSameAs(one);
        assertThat(one.getSuppressed()).containsExactly(two);
        assertThat(third.drops).hasValue(1);
    }

    @Test
    void aClearedSetCanBeUsedAgain() throws Exception {
        set.pollNext(task.context());
        set.clear();
        assertThat(first.drops).hasValue(1);
        assertThat(task.held()).isZero();
        assertThat(set.pollNext(task.context())).isEqualTo(Poll.ready(null));
        set.push(Future.ready("again"));
        assertThat(set.pollNext(task.context())).isEqualTo(Poll.ready("again"));
    }

    @Test
    void aChildThatClearsTheSetIsDroppedAfterItsPoll() throws Exception {
        second.onPoll(set::clear);
        assertThat(set.pollNext(task.context())).isEqualTo(Poll.ready(null));
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 1, 1);
        assertThat(third.polls).hasValue(0);
        assertThat(task.held()).isZero();
    }

    @Test
    void aChildThatDropsTheSetIsDroppedAfterItsPollWhichThrows() {
        second.onPoll(set::drop);
        assertThatIllegalStateException().isThrownBy(() -> set.pollNext(task.context()));
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 1, 1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aChildThatPollsTheSetIsRefused() throws Exception {
        FuturesUnordered<String> own = new FuturesUnordered<>();
        own.push(Futures.pollFn(own::pollNext));
        assertThatIllegalStateException().isThrownBy(() -> own.pollNext(task.context()));
        assertThat(own.isEmpty()).isTrue();
    }

    @Test
    void aPollThatGivesNullIsAFailureOfThatChild() {
        set.push(cx -> null);
        first.complete("a");
        assertThat(Async.blockOn(set.next())).isEqualTo("a");
        assertThatNullPointerException().isThrownBy(() -> set.pollNext(task.context()));
        assertThat(set.size()).isEqualTo(2);
    }

    @Test
    void aLateWakeOfACompletedChildWakesNobody() throws Exception {
        FuturesUnordered<String> done = FuturesUnordered.of(List.of(first));
        done.pollNext(task.context());
        first.complete("a");
        assertThat(done.pollNext(task.context())).isEqualTo(Poll.ready("a"));
        task.takeWoken();
        first.wake();
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void theLastValueLetsGoOfTheTask() throws Exception {
        FuturesUnordered<Void> yielding = FuturesUnordered.of(List.of(Futures.yieldNow()));
        assertThat(yielding.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(yielding.pollNext(task.context())).isEqualTo(Poll.ready(null));
        assertThat(yielding.isEmpty()).isTrue();
        assertThat(task.held()).isZero();
    }

    @Test
    void tellsWhatItWaitsFor() throws Exception {
        Future<String> next = set.next();
        task.poll(next);
        Traced traced = (Traced) next;
        assertThat(traced.state()).isEqualTo("FuturesUnordered, 3 left");
        assertThat(traced.awaited()).isSameAs(first);
        first.complete("a");
        task.poll(next);
        assertThat(traced.state()).isEqualTo("DONE");
        assertThat(traced.awaited()).isNull();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> set.push(null));
        assertThatNullPointerException().isThrownBy(() -> FuturesUnordered.of(null));
    }

    @Test
    void noneIsLostWhileManyThreadsWake() {
        try (ThreadPool pool = ThreadPool.of(4)) {
            FuturesUnordered<Integer> handles = new FuturesUnordered<>();
            for (int i = 0; i < 5_000; i++) {
                int value = i;
                handles.push(pool.spawn(Futures.map(Futures.yieldNow(), nothing -> value)));
            }
            long sum = 0;
            while (!handles.isEmpty()) {
                sum += Async.blockOn(handles.next());
            }
            assertThat(sum).isEqualTo(12_497_500);
        }
    }

    @Test
    void clearingItWakesTheTaskThatWaitsWhichThenFindsItEmpty() throws Exception {
        FuturesUnordered<String> cleared = new FuturesUnordered<>();
        cleared.push(Future.pending());
        TaskProbe waiting = new TaskProbe();
        Future<String> next = cleared.next();
        waiting.poll(next);
        cleared.clear();
        assertThat(waiting.wakes()).isOne();
        assertThat(waiting.held()).isZero();
        assertThat(waiting.poll(next)).isEqualTo(Poll.ready(null));
    }

    @Test
    void droppingItWakesTheTaskThatWaitsWhichThenFails() throws Exception {
        FuturesUnordered<String> gone = new FuturesUnordered<>();
        gone.push(Future.pending());
        TaskProbe waiting = new TaskProbe();
        Future<String> next = gone.next();
        waiting.poll(next);
        gone.drop();
        assertThat(waiting.wakes()).isOne();
        assertThat(waiting.held()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> waiting.poll(next));
    }

    @Test
    void droppingItWakesNobodyWhoPolledItByItself() throws Exception {
        FuturesUnordered<String> gone = new FuturesUnordered<>();
        gone.push(Future.pending());
        TaskProbe waiting = new TaskProbe();
        waiting.poll(gone.next());
        gone.pollNext(waiting.context());
        gone.drop();
        assertThat(waiting.wakes()).isZero();
        assertThat(waiting.held()).isZero();
    }

    @Test
    void droppingANextThatWasOvertakenLeavesTheOneThatIsAwaitedAlone() throws Exception {
        Signal<String> within = new Signal<>();
        FuturesUnordered<String> one = FuturesUnordered.of(List.of(within));
        TaskProbe waiting = new TaskProbe();
        Future<String> forgotten = one.next();
        Future<String> neverPolled = one.next();
        new TaskProbe().poll(forgotten);
        Future<String> awaited = one.next();
        waiting.poll(awaited);
        forgotten.drop();
        neverPolled.drop();
        within.complete("value");
        assertThat(waiting.wakes()).isOne();
        assertThat(waiting.poll(awaited)).isEqualTo(Poll.ready("value"));
        assertThat(waiting.held()).isZero();
    }
}
