package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    private final Signal<Object> signal = new Signal<>();
    private final Shared<Object> one = Futures.shared(signal);
    private final Shared<Object> two = one.clone();

    @Test
    void allClonesGiveTheSameValueWhichIsComputedOnce() throws Exception {
        Object value = new Object();
        signal.complete(value);
        assertThat(task.poll(one)).isEqualTo(Poll.ready(value));
        assertThat(other.poll(two)).isEqualTo(Poll.ready(value));
        assertThat(task.poll(two.clone())).isEqualTo(Poll.ready(value));
        assertThat(task.poll(one)).isEqualTo(Poll.ready(value));
        assertThat(signal.polls).hasValue(1);
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void allClonesThrowTheSameException() {
        IOException failure = new IOException();
        signal.fail(failure);
        assertThatThrownBy(() -> task.poll(one)).isSameAs(failure);
        assertThatThrownBy(() -> task.poll(two)).isSameAs(failure);
        assertThatThrownBy(() -> task.poll(one)).isSameAs(failure);
        assertThat(signal.polls).hasValue(1);
    }

    @Test
    void aWakeWakesTheTasksOfAllClones() throws Exception {
        task.poll(one);
        other.poll(two);
        signal.complete("value");
        assertThat(task.wakes()).isOne();
        assertThat(other.wakes()).isOne();
    }

    @Test
    void whenTheCloneThatWasPolledLastIsDroppedTheOthersAreStillWoken() throws Exception {
        task.poll(one);
        other.poll(two);
        two.drop();
        signal.wake();
        assertThat(other.wakes()).isZero();
        assertThat(task.takeWoken()).isTrue();
        task.poll(one);
        signal.complete("value");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(one)).isEqualTo(Poll.ready("value"));
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void whoCompletesItWakesTheOthers() throws Exception {
        boolean[] ready = new boolean[1];
        Shared<String> waiting = Futures.shared(Futures.pollFn(cx -> ready[0] ? Poll.ready("value") : Poll.pending()));
        Shared<String> completing = waiting.clone();
        task.poll(waiting);
        ready[0] = true; // and nobody is woken
        assertThat(other.poll(completing)).isEqualTo(Poll.ready("value"));
        assertThat(task.takeWoken()).isTrue();
    }

    @Test
    void theLastDropDropsTheFutureOnce() throws Exception {
        task.poll(one);
        one.drop();
        one.drop();
        assertThat(signal.drops).hasValue(0);
        two.drop();
        two.drop();
        assertThat(signal.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void droppingAllAfterCompletionDropsNothing() throws Exception {
        signal.complete("value");
        task.poll(one);
        one.drop();
        two.drop();
        assertThat(signal.drops).hasValue(0);
    }

    @Test
    void peekLooksWithoutPolling() throws Exception {
        assertThat(one.peek()).isSameAs(Poll.pending());
        signal.complete("value");
        assertThat(one.peek()).isSameAs(Poll.pending());
        assertThat(signal.polls).hasValue(0);
        task.poll(two);
        assertThat(one.peek()).isEqualTo(Poll.ready("value"));
    }

    @Test
    void usedAfterItWasDroppedItThrows() {
        one.drop();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(one));
        assertThatIllegalStateException().isThrownBy(one::clone);
    }

    @Test
    void aCloneThatIsPolledWhileAnotherIsWaitsAndIsWoken() throws Exception {
        signal.onPoll(() -> {
            if (signal.polls.get() == 1) {
                assertThat(pollQuietly(other, two)).isSameAs(Poll.pending());
            }
        });
        assertThat(task.poll(one)).isSameAs(Poll.pending());
        // A wake may have come before it was sent away, to a task that does not care any more: so it is to look for
        // itself.
        assertThat(other.takeWoken()).isTrue();
        one.drop();
        assertThat(other.poll(two)).isSameAs(Poll.pending());
        signal.complete("value");
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(two)).isEqualTo(Poll.ready("value"));
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void anOutcomeThatComesWhileACloneIsSentAwayWakesIt() throws Exception {
        signal.complete("value");
        signal.onPoll(() -> pollQuietly(other, two));
        assertThat(task.poll(one)).isEqualTo(Poll.ready("value"));
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(two)).isEqualTo(Poll.ready("value"));
        assertThat(other.held()).isZero();
    }

    @Test
    void aFutureWhosePollDropsTheLastCloneIsDroppedAfterwards() throws Exception {
        two.drop();
        signal.onPoll(one::drop);
        assertThat(task.poll(one)).isSameAs(Poll.pending());
        assertThat(signal.drops).hasValue(1);
    }

    @Test
    void clonesInManyThreadsGetTheOneOutcome() {
        for (int round = 0; round < 200; round++) {
            AtomicInteger runs = new AtomicInteger();
            Signal<Integer> gate = new Signal<>();
            Shared<Integer> shared = Futures.shared(Futures.andThen(
                    Futures.yieldNow(),
                    nothing -> Futures.map(gate, value -> {
                        runs.incrementAndGet();
                        return value;
                    })));
            try (ThreadPool pool = ThreadPool.of(4)) {
                List<JoinHandle<Integer>> handles = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Shared<Integer> clone = shared.clone();
                    if (i % 2 == 1) {
                        // Goes away in the midst.
                        pool.spawn(Futures.race(
                                clone, Futures.andThen(Futures.yieldNow(), nothing -> Futures.yieldNow())));
                    } else {
                        handles.add(pool.spawn(clone));
                    }
                }
                shared.drop();
                gate.complete(7);
                assertThat(Async.blockOn(Futures.joinAll(handles))).containsOnly(7);
                assertThat(runs).hasValue(1);
            }
        }
    }

    private static Poll<?> pollQuietly(TaskProbe by, Future<?> future) {
        try {
            return by.poll(future);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWakerThatThrowsIsReportedAndKeepsNoOtherCloneFromBeingWoken() throws Exception {
        List<Throwable> uncaught = new ArrayList<>();
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        Signal<String> within = new Signal<>();
        Shared<String> oldest = Futures.shared(within);
        Shared<String> bad = oldest.clone();
        Shared<String> newest = oldest.clone();
        TaskProbe old = new TaskProbe();
        TaskProbe young = new TaskProbe();
        old.poll(oldest);
        bad.poll(Context.fromWaker(Waker.of(() -> {
            throw thrown;
        })));
        young.poll(newest);
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            throw new IllegalStateException("a bad handler");
        });
        try {
            within.complete("value");
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(uncaught).containsExactly(thrown);
        assertThat(old.wakes()).isOne();
        assertThat(young.wakes()).isOne();
        assertThat(old.poll(oldest)).isEqualTo(Poll.ready("value"));
    }
}
