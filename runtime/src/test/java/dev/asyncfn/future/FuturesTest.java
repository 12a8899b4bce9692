package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.ElapsedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuturesTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void pollFnIsPolledByTheFunction() throws Exception {
        Future<String> future =
                Futures.pollFn(cx -> Poll.ready("of " + cx.waker().willWake(task.waker())));
        assertThat(task.poll(future)).isEqualTo(Poll.ready("of true"));
        assertThatNullPointerException().isThrownBy(() -> Futures.pollFn(null));
    }

    @Test
    void yieldNowIsPendingOnceAndWakesAtOnce() throws Exception {
        Future<Void> yield = Futures.yieldNow();
        assertThat(task.poll(yield)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(yield)).isEqualTo(Poll.ready(null));
        assertThat(task.wakes()).isOne();
    }

    @Test
    void mapAppliesTheMappingOnceWhenReady() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<Integer> mapped = Futures.map(leaf, String::length);
        assertThat(task.poll(mapped)).isSameAs(Poll.pending());
        leaf.complete("four");
        assertThat(task.poll(mapped)).isEqualTo(Poll.ready(4));
        assertThatThrownBy(() -> task.poll(mapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mapPassesFailuresOn() {
        IOException failure = new IOException("of the future");
        assertThatThrownBy(() -> task.poll(Futures.map(Future.failed(failure), v -> v)))
                .isSameAs(failure);
        IllegalStateException ofTheMapping = new IllegalStateException("of the mapping");
        assertThatThrownBy(() -> task.poll(Futures.map(Future.ready(1), v -> {
                    throw ofTheMapping;
                })))
                .isSameAs(ofTheMapping);
    }

    @Test
    void droppingAMapDropsItsFutureUnlessItHasCompleted() throws Exception {
        Leaf<String> pending = Leaf.pending();
        Future<Integer> mapped = Futures.map(pending, String::length);
        task.poll(mapped);
        mapped.drop();
        mapped.drop();
        assertThat(pending.drops).hasValue(1);
        Leaf<String> ready = Leaf.pending();
        ready.complete("value");
        Future<Integer> completed = Futures.map(ready, String::length);
        task.poll(completed);
        completed.drop();
        assertThat(ready.drops).hasValue(0);
    }

    @Test
    void lazyCallsTheFunctionInTheFirstPoll() throws Exception {
        int[] calls = new int[1];
        Future<Integer> lazy = Futures.lazy(() -> ++calls[0]);
        assertThat(calls[0]).isZero();
        assertThat(task.poll(lazy)).isEqualTo(Poll.ready(1));
        assertThatThrownBy(() -> task.poll(lazy)).isInstanceOf(IllegalStateException.class);
        Future<Integer> dropped = Futures.lazy(() -> ++calls[0]);
        dropped.drop();
        assertThatThrownBy(() -> task.poll(dropped)).isInstanceOf(IllegalStateException.class);
        assertThat(calls[0]).isOne();
        IOException failure = new IOException();
        assertThatThrownBy(() -> task.poll(Futures.lazy(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThatNullPointerException().isThrownBy(() -> Futures.lazy(null));
    }

    @Test
    void andThenPollsTheSecondAtOnceAndThenOnlyThat() throws Exception {
        Signal<String> first = new Signal<>();
        Signal<Integer> second = new Signal<>();
        Future<Integer> both = Futures.andThen(first, value -> second);
        assertThat(task.poll(both)).isSameAs(Poll.pending());
        first.complete("first");
        assertThat(task.poll(both)).isSameAs(Poll.pending());
        assertThat(second.polls).hasValue(1);
        second.complete(2);
        assertThat(task.poll(both)).isEqualTo(Poll.ready(2));
        assertThat(first.polls).hasValue(2);
        assertThat(task.held()).isZero();
    }

    @Test
    void andThenDropsWhicheverItWaitsFor() throws Exception {
        Signal<String> first = new Signal<>();
        Signal<Integer> second = new Signal<>();
        first.complete("first");
        Future<Integer> both = Futures.andThen(first, value -> second);
        task.poll(both);
        both.drop();
        both.drop();
        assertThat(first.drops).hasValue(0);
        assertThat(second.drops).hasValue(1);
    }

    @Test
    void andThenOfANullFutureOrAFailingFunctionFails() {
        IllegalStateException failure = new IllegalStateException("of the function");
        assertThatNullPointerException().isThrownBy(() -> task.poll(Futures.andThen(Future.ready(1), value -> null)));
        assertThatThrownBy(() -> task.poll(Futures.andThen(Future.ready(1), value -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThatNullPointerException().isThrownBy(() -> Futures.andThen(Future.ready(1), null));
    }

    @Test
    void orElseGoesOnWithAnotherFutureAfterAnException() throws Exception {
        IOException failure = new IOException("first");
        Signal<String> second = new Signal<>();
        Future<String> either = Futures.orElse(Future.<String>failed(failure), thrown -> {
            assertThat(thrown).isSameAs(failure);
            return second;
        });
        assertThat(task.poll(either)).isSameAs(Poll.pending());
        second.complete("instead");
        assertThat(task.poll(either)).isEqualTo(Poll.ready("instead"));
        assertThat(task.poll(Futures.orElse(Future.ready("first"), thrown -> second)))
                .isEqualTo(Poll.ready("first"));
        assertThat(task.held()).isZero();
    }

    @Test
    void orElseDoesNotCatchErrorsNorTheSecondFailure() {
        StackOverflowError error = new StackOverflowError();
        assertThatThrownBy(() -> task.poll(Futures.orElse(Future.failed(error), Future::failed)))
                .isSameAs(error);
        IOException second = new IOException("second");
        Future<Object> both = Futures.orElse(Future.failed(new IOException("first")), thrown -> Future.failed(second));
        assertThatThrownBy(() -> task.poll(both)).isSameAs(second);
        assertThatNullPointerException().isThrownBy(() -> Futures.orElse(Future.ready(1), null));
    }

    @Test
    void failingWithNamesACheckedException() {
        IOException failure = new IOException();
        try {
            Async.blockOn(Futures.failingWith(Futures.joinAll(List.of(Future.failed(failure))), IOException.class));
            throw new AssertionError("no failure");
        } catch (IOException e) {
            assertThat(e).isSameAs(failure);
        }
        assertThatNullPointerException().isThrownBy(() -> Futures.failingWith(Future.ready(1), null));
    }

    @Test
    void mapKeepsTheNameOfACheckedException() {
        IOException failure = new IOException();
        TryFuture<String, IOException> failing = cx -> {
            throw failure;
        };
        try {
            Async.blockOn(Futures.map(failing, String::length));
            throw new AssertionError("no failure");
        } catch (IOException e) {
            assertThat(e).isSameAs(failure);
        }
    }

    @Test
    void timeoutIsThatOfTheTimePackage() throws Exception {
        assertThatThrownBy(() -> task.poll(Futures.timeout(Duration.ZERO, Future.pending())))
                .isInstanceOf(ElapsedException.class);
        TryFuture<String, IOException> ready = cx -> Poll.ready("in time");
        assertThat(task.poll(Futures.timeout(Duration.ZERO, ready))).isEqualTo(Poll.ready("in time"));
    }

    @Test
    void nullFunctionsAndListsAreRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> Futures.map(Future.ready(1), null));
        assertThatNullPointerException().isThrownBy(() -> Futures.joinAll(null));
        assertThatNullPointerException().isThrownBy(() -> Futures.tryJoinAll(null));
        assertThatNullPointerException().isThrownBy(() -> Futures.selectAll(null));
        assertThatNullPointerException().isThrownBy(() -> Futures.raceOk(null));
        assertThatNullPointerException().isThrownBy(() -> Futures.alongside(Future.ready(1), (Shared<?>[]) null));
    }

    @Test
    void yieldNowIsReadyOnce() throws Exception {
        Future<Void> future = Futures.yieldNow();
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        assertThat(task.poll(future).isReady()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(future));
    }

    @Test
    void aPollThatReturnsNullIsToldInsteadOfWaitedFor() {
        assertThatThrownBy(() -> Futures.map(Futures.<String>pollFn(cx -> null), value -> value)
                        .poll(Context.fromWaker(Waker.noop())))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("poll returned null");
    }
}
