package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Line 6 of the contract: the drop of the future, its outcome, and the handle. */
class OutcomeTest {
    private final LocalPool pool = new LocalPool();
    private final TaskProbe joiner = new TaskProbe();
    private final List<Throwable> uncaught = new ArrayList<>();

    @Test
    void theFutureIsDroppedOnceAndBeforeItsValueCanBeSeen() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        List<Boolean> finishedWhenDropped = new ArrayList<>();
        Leaf<String> leaf = Leaf.<String>pending()
                .onDrop(() -> finishedWhenDropped.add(handle.get().isFinished()));
        leaf.complete("value");
        handle.set(pool.spawn(leaf));
        pool.run();
        assertThat(finishedWhenDropped).containsExactly(false);
        assertThat(handle.get().isFinished()).isTrue();
    }

    @Test
    void theJoinerIsWokenAfterTheDrop() throws Exception {
        List<Integer> wakesWhenDropped = new ArrayList<>();
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> wakesWhenDropped.add(joiner.wakes()));
        leaf.complete("value");
        JoinHandle<String> handle = pool.spawn(leaf);
        assertThat(joiner.poll(handle)).isSameAs(Poll.pending());
        pool.run();
        assertThat(wakesWhenDropped).containsExactly(0);
        assertThat(joiner.wakes()).isOne();
        assertThat(joiner.poll(handle)).isEqualTo(Poll.ready("value"));
        assertThat(joiner.held()).isZero();
    }

    @Test
    void aThrowFromPollIsTheCauseOfTheJoinException() {
        IOException thrown = new IOException("thrown");
        Leaf<String> leaf = Leaf.doing(cx -> {
            throw thrown;
        });
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle))
                .isInstanceOf(JoinException.class)
                .cause()
                .isSameAs(thrown);
        assertThat(leaf.drops).hasValue(1);
        assertThat(pool.size()).isZero();
    }

    @Test
    void aFailureThatCannotBeDescribedIsTheCauseAllTheSame() {
        class Indescribable extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        }
        Indescribable failure = new Indescribable();
        JoinHandle<String> handle = pool.spawn(Future.failed(failure));
        pool.run();
        assertThat(catchThrowable(() -> Async.blockOn(handle)).getCause() == failure)
                .isTrue();
    }

    @Test
    void anErrorIsCapturedAndTheExecutorGoesOn() {
        JoinHandle<String> failing = pool.spawn(Leaf.doing(cx -> {
            throw new StackOverflowError("deep");
        }));
        JoinHandle<String> other = pool.spawn(Future.ready("other"));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(failing)).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(Async.blockOn(other)).isEqualTo("other");
    }

    @Test
    void aPollThatGivesNullIsAFailure() {
        JoinHandle<String> handle = pool.spawn(cx -> null);
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle)).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void aThrowFromDropIsAFailureOfTheTask() {
        IllegalStateException thrown = new IllegalStateException("from drop");
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> {
            throw thrown;
        });
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.runUntilStalled();
        handle.abort();
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle)).cause().isSameAs(thrown);
    }

    @Test
    void aThrowFromDropIsSuppressedInTheThrowFromPoll() {
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        IOException fromPoll = new IOException("from poll");
        JoinHandle<String> handle = pool.spawn(Leaf.<String>doing(cx -> {
                    throw fromPoll;
                })
                .onDrop(() -> {
                    throw fromDrop;
                }));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle)).cause().isSameAs(fromPoll);
        assertThat(fromPoll).hasSuppressedException(fromDrop);
    }

    @Test
    void theOutcomeStaysAndMayBePolledAgain() throws Exception {
        JoinHandle<String> handle = pool.spawn(Future.ready("value"));
        pool.run();
        assertThat(joiner.poll(handle)).isEqualTo(Poll.ready("value"));
        assertThat(joiner.poll(handle)).isEqualTo(Poll.ready("value"));
    }

    @Test
    void onlyTheNewestJoinerIsWoken() throws Exception {
        TaskProbe newer = new TaskProbe();
        JoinHandle<String> handle = pool.spawn(Future.ready("value"));
        joiner.poll(handle);
        newer.poll(handle);
        pool.run();
        assertThat(joiner.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(joiner.held()).isZero();
        assertThat(newer.held()).isZero();
    }

    @Test
    void anOutcomeThatComesWhileTheJoinerRegistersIsReadyInTheSamePoll() throws Exception {
        JoinHandle<String> handle = pool.spawn(Future.ready("meanwhile"));
        RawWakerVTable[] self = new RawWakerVTable[1];
        self[0] = RawWakerVTable.of(
                data -> {
                    Threads.run(pool::run);
                    return new RawWaker(data, self[0]);
                },
                data -> {},
                data -> {},
                data -> {});
        Waker runsThePoolWhenCloned = Waker.fromRaw(new RawWaker(null, self[0]));
        assertThat(handle.poll(Context.fromWaker(runsThePoolWhenCloned))).isEqualTo(Poll.ready("meanwhile"));
    }

    @Test
    void droppingTheHandleDetachesAndTheTaskGoesOn() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        joiner.poll(handle);
        handle.drop();
        assertThat(joiner.held()).isZero();
        pool.runUntilStalled();
        leaf.complete("value");
        leaf.waker.wakeByRef();
        pool.run();
        assertThat(leaf.polls).hasValue(2);
        assertThat(joiner.wakes()).isZero();
    }

    @Test
    void theFailureOfADetachedTaskIsReported() {
        IOException failure = new IOException("unheard");
        pool.spawn(Future.failed(failure)).drop();
        JoinHandle<?> keeps = pool.spawn(Future.failed(new IOException("kept in the handle")));
        JoinHandle<?> aborted = pool.spawn(Future.pending());
        aborted.drop();
        aborted.abort();
        runCollectingUncaught();
        assertThat(uncaught).containsExactly(failure);
        assertThatThrownBy(() -> Async.blockOn(keeps)).isInstanceOf(JoinException.class);
    }

    @Test
    void aJoinersWakerThatThrowsDoesNotStopTheExecutor() throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        JoinHandle<String> handle = pool.spawn(Future.ready("value"));
        handle.poll(Context.fromWaker(Waker.of(() -> {
            throw thrown;
        })));
        JoinHandle<String> other = pool.spawn(Future.ready("other"));
        runCollectingUncaught();
        assertThat(uncaught).containsExactly(thrown);
        assertThat(other.isFinished()).isTrue();
    }

    private void runCollectingUncaught() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            pool.run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
    }

    @Test
    void aTaskCanAwaitAnother() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> inner = pool.spawn(leaf);
        JoinHandle<String> outer = pool.spawn(inner);
        pool.runUntilStalled();
        leaf.complete("inner value");
        leaf.waker.wakeByRef();
        pool.run();
        assertThat(Async.blockOn(outer)).isEqualTo("inner value");
    }

    @Test
    void aNullValueIsAnOutcome() {
        JoinHandle<String> handle = pool.spawn(Future.ready(null));
        pool.run();
        assertThat(handle.isFinished()).isTrue();
        assertThat(Async.blockOn(handle)).isNull();
    }
}
