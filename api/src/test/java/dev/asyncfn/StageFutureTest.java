package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StageFutureTest {
    private final CompletableFuture<String> stage = new CompletableFuture<>();
    private final Future<String> future = Future.from(stage);
    private final Future<String> shared = Future.fromShared(stage);
    private final CountingWaker first = new CountingWaker();
    private final CountingWaker second = new CountingWaker();

    @Test
    void aCompleteStageIsReadyAtTheFirstPollWithoutRegistering() throws Exception {
        stage.complete("there");
        assertThat(future.poll(first.context())).isEqualTo(Poll.ready("there"));
        assertThat(first.clones()).isZero();
    }

    @Test
    void aCompleteStageThatAllowsNoLookIsReadyAtTheFirstPollWithoutRegistering() throws Exception {
        CompletionStage<String> minimal = CompletableFuture.completedStage("minimal");
        assertThat(Future.from(minimal).poll(first.context())).isEqualTo(Poll.ready("minimal"));
        assertThat(first.clones()).isZero();
    }

    @Test
    void theStageIsNotTouchedBeforeTheFirstPoll() throws Exception {
        assertThat(stage.getNumberOfDependents()).isZero();
        future.poll(first.context());
        assertThat(stage.getNumberOfDependents()).isOne();
    }

    @Test
    void completionWakesAndTheNextPollIsReady() throws Exception {
        assertThat(future.poll(first.context())).isSameAs(Poll.pending());
        stage.complete("value");
        assertThat(first.wakes()).isOne();
        assertThat(future.poll(first.context())).isEqualTo(Poll.ready("value"));
        assertThat(first.held()).isZero();
    }

    @Test
    void onlyTheWakerOfTheLatestPollIsWoken() throws Exception {
        future.poll(first.context());
        future.poll(second.context());
        stage.complete("value");
        assertThat(first.wakes()).isZero();
        assertThat(second.wakes()).isOne();
        assertThat(first.held()).isZero();
        assertThat(second.held()).isZero();
    }

    @Test
    void aWakerThatWakesTheSameTaskIsNotRegisteredAgain() throws Exception {
        future.poll(first.context());
        future.poll(first.context());
        assertThat(first.clones()).isOne();
    }

    @Test
    void pollingAgainRegistersNoSecondCallback() throws Exception {
        future.poll(first.context());
        future.poll(second.context());
        assertThat(stage.getNumberOfDependents()).isOne();
    }

    @Test
    void aStageThatCompletesBetweenLookAndRegistrationIsReadyInTheSamePoll() throws Exception {
        // The clone is made after the look, and before the waker is stored.
        CountingWaker completesMeanwhile = new CountingWaker(() -> onAnotherThread(() -> stage.complete("meanwhile")));
        assertThat(future.poll(completesMeanwhile.context())).isEqualTo(Poll.ready("meanwhile"));
        assertThat(completesMeanwhile.held()).isZero();
        assertThat(completesMeanwhile.wakes()).isZero();
    }

    @Test
    void aStageThatCompletesWhileAWakerIsReplacedWakesTheOldOneAndIsReady() throws Exception {
        future.poll(first.context());
        CountingWaker completesMeanwhile = new CountingWaker(() -> onAnotherThread(() -> stage.complete("meanwhile")));
        assertThat(future.poll(completesMeanwhile.context())).isEqualTo(Poll.ready("meanwhile"));
        assertThat(first.held()).isZero();
        assertThat(completesMeanwhile.held()).isZero();
    }

    @Test
    void aReadyStageYieldsWhenTheBudgetIsSpent() throws Exception {
        stage.complete("value");
        Context cx = Context.withBudget(first.waker(), 1);
        assertThat(Future.ready(1).poll(cx)).isEqualTo(Poll.ready(1));
        assertThat(future.poll(cx)).isSameAs(Poll.pending());
        assertThat(first.wakes()).isOne();
        assertThat(future.poll(first.context())).isEqualTo(Poll.ready("value"));
    }

    @Test
    void droppingLetsGoOfTheWakerAndCancelsTheStage() throws Exception {
        future.poll(first.context());
        future.drop();
        future.drop();
        assertThat(first.held()).isZero();
        assertThat(stage.isCancelled()).isTrue();
        assertThat(first.wakes()).isZero();
    }

    @Test
    void droppingBeforeTheFirstPollCancelsTheStage() {
        future.drop();
        assertThat(stage.isCancelled()).isTrue();
    }

    @Test
    void droppingAfterCompletionHasNoEffect() throws Exception {
        stage.complete("value");
        future.poll(first.context());
        future.drop();
        assertThat(stage).isCompletedWithValue("value");
    }

    @Test
    void aValueThatNoPollHasReturnedIsReleasedByADrop() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        CompletableFuture<AutoCloseable> unpolled = CompletableFuture.completedFuture(closed::incrementAndGet);
        Future<AutoCloseable> first = Future.from(unpolled);
        first.drop();
        first.drop();
        assertThat(closed).hasValue(1);

        CompletableFuture<AutoCloseable> polled = new CompletableFuture<>();
        Future<AutoCloseable> second = Future.from(polled);
        second.poll(this.first.context());
        polled.complete(closed::incrementAndGet);
        second.drop();
        second.drop();
        assertThat(closed).hasValue(2);

        Future<AutoCloseable> minimal = Future.from(polled.minimalCompletionStage());
        minimal.poll(this.second.context());
        minimal.drop(); // a poll has returned it
        assertThat(closed).hasValue(2);
    }

    @Test
    void aValueOfAMinimalStageIsReleasedIfItCameAfterThePoll() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        CompletableFuture<AutoCloseable> source = new CompletableFuture<>();
        Future<AutoCloseable> minimal = Future.from(source.minimalCompletionStage());
        minimal.poll(first.context());
        source.complete(closed::incrementAndGet);
        minimal.drop();
        assertThat(closed).hasValue(1);
    }

    @Test
    void aValueOfASharedStageIsKept() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        CompletableFuture<AutoCloseable> source = new CompletableFuture<>();
        Future<AutoCloseable> keeping = Future.fromShared(source);
        keeping.poll(first.context());
        source.complete(closed::incrementAndGet);
        keeping.drop();
        assertThat(closed).hasValue(0);
    }

    @Test
    void aFailureToReleaseIsThrownByTheDrop() {
        IOException failure = new IOException("cannot be closed");
        Future<AutoCloseable> future = Future.from(CompletableFuture.completedFuture(() -> {
            throw failure;
        }));
        assertThatThrownBy(future::drop).isSameAs(failure);
        future.drop();
    }

    @Test
    void droppingLeavesASharedStageAlone() throws Exception {
        shared.poll(first.context());
        shared.drop();
        assertThat(first.held()).isZero();
        assertThat(stage.isCancelled()).isFalse();
        stage.complete("value");
        assertThat(first.wakes()).isZero();
        assertThat(Future.fromShared(stage).poll(first.context())).isEqualTo(Poll.ready("value"));
    }

    @Test
    void aStageThatCannotBeCancelledIsLeftAlone() throws Exception {
        Future<String> minimal = Future.from(stage.minimalCompletionStage());
        minimal.poll(first.context());
        minimal.drop();
        assertThat(stage.isDone()).isFalse();
    }

    @Test
    void aValueThatIsUndeliveredIsClosedUnlessTheStageIsShared() throws Exception {
        List<String> closed = new ArrayList<>();
        AutoCloseable value = () -> closed.add("closed");
        CompletableFuture<AutoCloseable> done = CompletableFuture.completedFuture(value);
        Future.<AutoCloseable>fromShared(done).undelivered().release(value);
        assertThat(closed).isEmpty();
        Future.<AutoCloseable>from(done).undelivered().release(value);
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void aFailureOfAnotherThreadShowsWhereItWasAwaited() throws Exception {
        onAnotherThread(() -> stage.completeExceptionally(new IOException("broken")));
        assertThatThrownBy(() -> future.poll(first.context())).satisfies(failure -> {
            List<String> methods = Arrays.stream(failure.getStackTrace())
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .toList();
            int await = methods.indexOf("dev.asyncfn.Async.await");
            assertThat(methods.subList(0, await)).contains("java.lang.Thread.run");
            assertThat(methods.get(await + 1)).startsWith(StageFutureTest.class.getName());
        });
    }

    @Test
    void aFailureThatIsAwaitedAgainShowsTheNewestAwait() throws Exception {
        stage.completeExceptionally(new IOException("broken"));
        assertThatThrownBy(() -> future.poll(first.context())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> future.poll(first.context()))
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .filteredOn(frame -> frame.getClassName().equals(Async.class.getName()))
                        .hasSize(1));
    }

    @Test
    void aFailureWithoutAStackTraceStaysWithout() {
        stage.completeExceptionally(new Exception("cheap", null, false, false) {});
        assertThatThrownBy(() -> future.poll(first.context()))
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }

    @Test
    void aFailureIsThrownWithItsIdentity() throws Exception {
        IOException failure = new IOException("broken");
        future.poll(first.context());
        stage.completeExceptionally(failure);
        assertThatThrownBy(() -> future.poll(first.context())).isSameAs(failure);
    }

    @Test
    void aFailureFromBeforeIsThrownWithItsIdentity() {
        IOException failure = new IOException("broken");
        stage.completeExceptionally(failure);
        assertThatThrownBy(() -> future.poll(first.context())).isSameAs(failure);
    }

    @Test
    void completionExceptionsOfDependentStagesAreUnwrapped() {
        IOException failure = new IOException("broken");
        Future<String> dependent = Future.from(stage.thenApply(s -> s).thenApply(s -> s));
        stage.completeExceptionally(new CompletionException(new ExecutionException(failure)));
        assertThatThrownBy(() -> dependent.poll(first.context())).isSameAs(failure);
    }

    @Test
    void aCompletionExceptionWithoutACauseIsThrownAsItIs() {
        CompletionException bare = new CompletionException("no cause", null);
        stage.completeExceptionally(bare);
        assertThatThrownBy(() -> future.poll(first.context())).isSameAs(bare);
    }

    @Test
    void aCancelledStageThrowsItsCancellation() {
        stage.cancel(true);
        assertThatThrownBy(() -> future.poll(first.context())).isInstanceOf(CancellationException.class);
    }

    @Test
    void aNullValueIsReady() throws Exception {
        stage.complete(null);
        assertThat(future.poll(first.context())).isEqualTo(Poll.ready(null));
    }

    @Test
    void theOutcomeMayBePolledAgain() throws Exception {
        stage.complete("value");
        future.poll(first.context());
        assertThat(future.poll(first.context())).isEqualTo(Poll.ready("value"));
    }

    @Test
    void racingCompletionsAreNeverLost() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            CompletableFuture<Integer> racing = new CompletableFuture<>();
            int value = i;
            Thread completer = new Thread(() -> racing.complete(value));
            completer.start();
            assertThat(Async.blockOn(Future.<Integer>fromShared(racing))).isEqualTo(value);
            completer.join();
        }
    }

    @Test
    void droppedFuturesLeaveOneCallbackAtTheStage() throws Exception {
        for (int i = 0; i < 300_000; i++) {
            Future<String> awaited = Future.fromShared(stage);
            awaited.poll(first.context());
            awaited.drop();
        }
        assertThat(stage.getNumberOfDependents()).isOne();
        assertThat(first.held()).isZero();
        future.poll(second.context());
        stage.complete("value");
        assertThat(first.wakes()).isZero();
        assertThat(second.wakes()).isOne();
        assertThat(future.poll(second.context())).isEqualTo(Poll.ready("value"));
    }

    @Test
    void manyAtOnceShareTheirCallbacks() throws Exception {
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            waiting.add(Future.fromShared(stage));
            waiting.get(i).poll(first.context());
        }
        assertThat(stage.getNumberOfDependents()).isLessThanOrEqualTo(2);
        for (int i = 0; i < 1_000; i += 2) {
            waiting.get(i).drop();
        }
        stage.complete("value");
        assertThat(first.wakes()).isEqualTo(500);
        for (int i = 1; i < 1_000; i += 2) {
            assertThat(waiting.get(i).poll(first.context())).isEqualTo(Poll.ready("value"));
        }
        assertThat(first.held()).isZero();
    }

    @Test
    void thoseOfOneCallbackAreWokenInTheOrderInWhichTheyCame() throws Exception {
        List<Integer> woken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            Future.fromShared(stage).poll(Context.fromWaker(Waker.of(() -> woken.add(number))));
        }
        stage.complete("value");
        assertThat(woken.remove((Integer) 0))
                .as("the first, which had a callback of its own")
                .isTrue();
        assertThat(woken).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aStageOfAnotherKindKeepsOneCallbackToo() throws Exception {
        AtomicInteger callbacks = new AtomicInteger();
        CompletableFuture<String> counting = new CompletableFuture<>() {
            @Override
            public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> action) {
                callbacks.incrementAndGet();
                return super.whenComplete(action);
            }
        };
        for (int i = 0; i < 1_000; i++) {
            Future<String> awaited = Future.fromShared(counting);
            awaited.poll(first.context());
            awaited.drop();
        }
        assertThat(callbacks).hasValue(1);
    }

    @Test
    void aFutureThatWasDroppedMayBePolledAgain() throws Exception {
        shared.poll(first.context());
        shared.drop();
        shared.poll(second.context());
        stage.complete("value");
        assertThat(second.wakes()).isOne();
        assertThat(shared.poll(second.context())).isEqualTo(Poll.ready("value"));
    }

    @Test
    void aStageThatHasCompletedIsForgotten() throws Exception {
        shared.poll(first.context());
        shared.drop();
        assertThat((Object) StageCallbacks.find(stage)).isNotNull();
        stage.complete("value");
        assertThat((Object) StageCallbacks.find(stage)).isNull();
    }

    @Test
    void aStageThatNeverCompletesIsNotKeptAlive() throws Exception {
        WeakReference<CompletableFuture<String>> forgotten = new WeakReference<>(withADroppedFuture());
        while (forgotten.get() != null) {
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(forgotten.get()).isNull();
    }

    private CompletableFuture<String> withADroppedFuture() throws Exception {
        CompletableFuture<String> pending = new CompletableFuture<>();
        Future<String> awaited = Future.fromShared(pending);
        awaited.poll(first.context());
        awaited.drop();
        return pending;
    }

    @Test
    void completionsAndDropsThatRaceLoseNoWake() throws Exception {
        for (int i = 0; i < 300; i++) {
            CompletableFuture<Integer> racing = new CompletableFuture<>();
            Future<Integer> dropped = Future.fromShared(racing);
            dropped.poll(first.context());
            Thread completer = new Thread(() -> racing.complete(1));
            completer.start();
            dropped.drop();
            assertThat(Async.blockOn(Future.<Integer>fromShared(racing))).isOne();
            completer.join();
        }
        assertThat(first.held()).isZero();
    }

    /** Its cause is what a function says. */
    private static final class Wrapper extends CompletionException {
        private static final long serialVersionUID = 1;
        private final transient java.util.function.UnaryOperator<Throwable> cause;

        Wrapper(java.util.function.UnaryOperator<Throwable> cause) {
            super("a wrapper", null);
            this.cause = cause;
        }

        @Override
        public synchronized Throwable getCause() {
            return cause.apply(this);
        }
    }

    @Test
    void aFailureWhoseCauseLeadsBackToItOrThrowsIsThrownAsItIs() throws Exception {
        Wrapper[] circle = new Wrapper[2];
        circle[0] = new Wrapper(self -> circle[1]);
        circle[1] = new Wrapper(self -> circle[0]);
        for (Wrapper failure : List.of(
                circle[0],
                new Wrapper(self -> self),
                new Wrapper(self -> new Wrapper(inner -> {
                    throw new StackOverflowError("of the cause");
                })),
                new Wrapper(self -> {
                    throw new IllegalStateException("of the cause");
                }))) {
            CompletableFuture<String> failed = new CompletableFuture<>();
            Future<String> awaited = Future.from(failed);
            awaited.poll(first.context());
            failed.completeExceptionally(failure);
            assertThatThrownBy(() -> awaited.poll(first.context())).isSameAs(failure);
        }
    }

    @Test
    void aWakerThatCannotBeClonedCancelsTheStage() throws Exception {
        future.poll(first.context());
        RawWakerVTable uncloneable = new RawWakerVTable() {
            @Override
            public RawWaker clone(Object data) {
                throw new IllegalArgumentException("no clone");
            }

            @Override
            public void wake(Object data) {}

            @Override
            public void wakeByRef(Object data) {}

            @Override
            public void drop(Object data) {}
        };
        assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.fromRaw(new RawWaker("data", uncloneable)))))
                .hasMessage("no clone");
        assertThat(stage.isCancelled()).isTrue();
        assertThat(first.held()).isZero();
    }

    private static void onAnotherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
