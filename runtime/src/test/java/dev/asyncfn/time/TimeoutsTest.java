package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeoutsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = ManualClock.create();

    private final TaskProbe task = new TaskProbe();
    private final Signal<String> leaf = new Signal<>();

    @AfterEach
    void nothingIsLeft() {
        assertThat(clock.timers.size()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aValueInTimeIsGiven() throws Exception {
        Future<String> timeout = timeout(SECOND, leaf);
        assertThat(task.poll(timeout)).isSameAs(Poll.pending());
        leaf.complete("in time");
        assertThat(task.poll(timeout)).isEqualTo(Poll.ready("in time"));
        timeout.drop();
        assertThat(leaf.drops).hasValue(0);
    }

    @Test
    void afterItsTimeTheFutureIsDroppedAndThenItThrows() throws Exception {
        Future<String> timeout = timeout(SECOND, leaf);
        task.poll(timeout);
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
        assertThatThrownBy(() -> task.poll(timeout))
                .isInstanceOf(ElapsedException.class)
                .hasMessage("no outcome within PT1S");
        assertThat(leaf.drops).hasValue(1);
        timeout.drop();
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void aValueThatIsThereAtTheDeadlineWins() throws Exception {
        Future<String> timeout = timeout(SECOND, leaf);
        task.poll(timeout);
        clock.advance(SECOND);
        leaf.complete("just so");
        assertThat(task.poll(timeout)).isEqualTo(Poll.ready("just so"));
    }

    @Test
    void whatTheFutureThrowsIsThrown() throws Exception {
        IOException failure = new IOException("of the future");
        Future<String> timeout = timeout(SECOND, leaf);
        task.poll(timeout);
        clock.advance(SECOND);
        leaf.fail(failure);
        assertThatThrownBy(() -> task.poll(timeout)).isSameAs(failure);
    }

    @Test
    void noTimeLetsTheFutureBePolledOnce() throws Exception {
        for (Duration none : new Duration[] {Duration.ZERO, SECOND.negated(), Duration.ofSeconds(Long.MIN_VALUE)}) {
            assertThat(task.poll(timeout(none, Future.ready("at once")))).isEqualTo(Poll.ready("at once"));
            assertThatThrownBy(() -> task.poll(timeout(none, Future.pending()))).isInstanceOf(ElapsedException.class);
        }
    }

    @Test
    void anEnormousTimeIsLimited() throws Exception {
        Future<String> timeout = timeout(Duration.ofSeconds(Long.MAX_VALUE), leaf);
        assertThat(task.poll(timeout)).isSameAs(Poll.pending());
        clock.advance(Duration.ofDays(36_500));
        assertThat(task.poll(timeout)).isSameAs(Poll.pending());
        timeout.drop();
    }

    @Test
    void aDeadlineIsATimeOfTheClock() throws Exception {
        Future<String> timeout = timeoutAt(1_000_000_000, leaf);
        assertThat(task.poll(timeout)).isSameAs(Poll.pending());
        clock.advance(SECOND);
        assertThatThrownBy(() -> task.poll(timeout)).isInstanceOf(ElapsedException.class);
        assertThat(leaf.drops).hasValue(1);
        assertThatThrownBy(() -> task.poll(timeoutAt(-1, Future.pending()))).isInstanceOf(ElapsedException.class);
    }

    @Test
    void whatTheDropThrowsIsSuppressed() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from drop");
        leaf.onDrop(() -> {
            throw thrown;
        });
        Future<String> timeout = timeout(SECOND, leaf);
        task.poll(timeout);
        clock.advance(SECOND);
        assertThatThrownBy(() -> task.poll(timeout))
                .isInstanceOf(ElapsedException.class)
                .satisfies(timedOut -> assertThat(timedOut.getSuppressed()).containsExactly(thrown));
    }

    @Test
    void droppingItDropsTheFutureOnceAndTheTimer() throws Exception {
        Future<String> timeout = timeout(SECOND, leaf);
        task.poll(timeout);
        timeout.drop();
        timeout.drop();
        assertThat(leaf.drops).hasValue(1);
        assertThat(clock.timers.size()).isZero();
    }

    @Test
    void polledAfterItsEndItThrows() throws Exception {
        Future<String> timeout = timeout(SECOND, Future.ready("value"));
        task.poll(timeout);
        assertThatThrownBy(() -> task.poll(timeout)).isInstanceOf(IllegalStateException.class);
        Future<String> timedOut = timeout(Duration.ZERO, leaf);
        assertThatThrownBy(() -> task.poll(timedOut)).isInstanceOf(ElapsedException.class);
        assertThatThrownBy(() -> task.poll(timedOut)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFutureThatNeverRunsOutOfWorkIsTimedOut() {
        Leaf<String> busy = Leaf.doing(cx -> {
            while (cx.proceed()) {
                clock.advance(Duration.ofMillis(1));
            }
            return Poll.pending();
        });
        try (LocalPool pool = new LocalPool()) {
            assertThatThrownBy(() -> pool.runUntil(timeout(SECOND, busy))).isInstanceOf(ElapsedException.class);
        }
        assertThat(busy.drops).hasValue(1);
    }

    @Test
    void timeoutsThatAreOverSpendTheBudget() throws Exception {
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        Future<String> timeout = timeout(Duration.ZERO, leaf);
        assertThat(timeout.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThatThrownBy(() -> task.poll(timeout)).isInstanceOf(ElapsedException.class);
    }

    @Test
    void aFutureThatSpendsTheLastOfTheBudgetIsTimedOutLater() throws Exception {
        Future<String> spending = Futures.pollFn(cx -> {
            cx.proceed();
            return Poll.pending();
        });
        Future<String> timeout = timeout(SECOND, spending);
        assertThat(timeout.poll(Context.withBudget(task.waker(), 1))).isSameAs(Poll.pending());
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
        assertThatThrownBy(() -> task.poll(timeout)).isInstanceOf(ElapsedException.class);
    }

    @Test
    void theCheckedExceptionOfTheFutureIsKeptAndTheTimeoutIsUnchecked() {
        TryFuture<String, IOException> failing = cx -> {
            throw new IOException("lost");
        };
        TryFuture<String, IOException> limited = Timeouts.timeout(SECOND, failing);
        String caught;
        try {
            caught = Async.blockOn(limited);
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("lost");
        TryFuture<String, IOException> late = Timeouts.timeoutAt(System.nanoTime(), cx -> Poll.pending());
        assertThatThrownBy(() -> Async.blockOn(late))
                .isInstanceOf(RuntimeException.class)
                .isInstanceOf(ElapsedException.class);
    }

    /** As before the future got one: with no checked exception, there is nothing to catch. */
    @Test
    void aFutureWithoutACheckedExceptionHasNoneWithATimeout() {
        String caught;
        try {
            caught = Async.blockOn(Timeouts.timeout(Duration.ZERO, leaf));
        } catch (ElapsedException e) {
            caught = "timed out";
        }
        assertThat(caught).isEqualTo("timed out");
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> timeout(null, leaf));
        assertThatNullPointerException().isThrownBy(() -> timeout(SECOND, (Future<String>) null));
    }

    /** Each test has a thread of its own, in which the clock is to be entered. */
    private <T> Future<T> timeout(Duration duration, Future<T> future) {
        Clock.Scope scope = Clock.enter(clock);
        try {
            return Timeouts.timeout(duration, future);
        } finally {
            scope.close();
        }
    }

    private <T> Future<T> timeoutAt(long deadline, Future<T> future) {
        Clock.Scope scope = Clock.enter(clock);
        try {
            return Timeouts.timeoutAt(deadline, future);
        } finally {
            scope.close();
        }
    }
}
