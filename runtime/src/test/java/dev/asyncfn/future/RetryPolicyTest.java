package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final List<Duration> starts = new ArrayList<>();

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** When the attempts begin in virtual time, none of which succeeds before the given one. */
    private List<Duration> startsUnder(RetryPolicy policy, int succeeding) {
        starts.clear();
        try (TestExecutor executor = new TestExecutor(1)) {
            try {
                executor.run(policy.retry(() -> attempt(executor, succeeding)));
            } catch (IOException last) {
                assertThat(last).hasMessage("attempt " + starts.size());
            }
        }
        return starts;
    }

    private TryFuture<Integer, IOException> attempt(TestExecutor executor, int succeeding) {
        starts.add(executor.elapsed());
        int number = starts.size();
        return cx -> {
            if (number < succeeding) {
                throw new IOException("attempt " + number);
            }
            return Poll.ready(number);
        };
    }

    @Test
    void delaysGrowExponentiallyUpToTheirBound() {
        RetryPolicy policy =
                RetryPolicy.exponential(ms(100)).jitter(0).maxDelay(ms(500)).maxAttempts(6);
        assertThat(startsUnder(policy, 100)).containsExactly(ms(0), ms(100), ms(300), ms(700), ms(1200), ms(1700));
    }

    @Test
    void aFactorOfOneMakesThemEqualAndImmediateMeansNoDelay() {
        assertThat(startsUnder(RetryPolicy.fixed(ms(50)), 4)).containsExactly(ms(0), ms(50), ms(100), ms(150));
        assertThat(startsUnder(RetryPolicy.immediate(), 3)).containsExactly(ms(0), ms(0), ms(0));
        assertThat(startsUnder(RetryPolicy.fixed(ms(10)).factor(3), 4)).containsExactly(ms(0), ms(10), ms(40), ms(130));
    }

    @Test
    void hugeDelaysNeitherOverflowNorStopGrowing() {
        RetryPolicy policy = RetryPolicy.exponential(Duration.ofDays(1))
                .factor(1e9)
                .jitter(0)
                .maxAttempts(200)
                .maxDelay(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(policy.delayAfter(150, new IOException(), 0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void jitterShortensEachDelayByAFractionAndTheSameSeedGivesTheSameDelays() {
        RetryPolicy policy = RetryPolicy.fixed(ms(1000)).jitter(0.5).maxAttempts(50);
        List<Duration> first = List.copyOf(startsUnder(policy.random(new Random(7)), 51));
        assertThat(startsUnder(policy.random(new Random(7)), 51)).isEqualTo(first);
        assertThat(startsUnder(policy.random(new Random(8)), 51)).isNotEqualTo(first);
        List<Duration> delays = IntStream.range(1, 50)
                .mapToObj(i -> first.get(i).minus(first.get(i - 1)))
                .toList();
        assertThat(delays).allMatch(delay -> delay.compareTo(ms(500)) >= 0 && delay.compareTo(ms(1000)) <= 0);
        assertThat(delays.stream().distinct()).hasSizeGreaterThan(40);
    }

    @Test
    void fullJitterMayWaitForNothing() {
        RetryPolicy policy = RetryPolicy.exponential(ms(100)).jitter(1).random(new Random() {
            @Override
            public double nextDouble() {
                return Math.nextDown(1.0);
            }
        });
        assertThat(startsUnder(policy, 4).get(3)).isLessThan(ms(1));
    }

    @Test
    void noAttemptBeginsAfterTheTotalTime() {
        RetryPolicy policy = RetryPolicy.fixed(ms(100)).maxTotal(ms(250));
        assertThat(startsUnder(policy, 100)).containsExactly(ms(0), ms(100), ms(200));
        assertThat(startsUnder(policy.maxTotal(ms(300)), 100)).containsExactly(ms(0), ms(100), ms(200), ms(300));
    }

    @Test
    void whatIsNotWorthAnotherAttemptIsThrownAtOnce() {
        RetryPolicy policy = RetryPolicy.fixed(ms(1)).retryIf(failure -> !(failure instanceof FileNotFoundException));
        int[] attempts = {0};
        TryAttempt<Integer, IOException> attempt = () -> {
            attempts[0]++;
            throw attempts[0] == 2 ? new FileNotFoundException("gone") : new IOException("busy");
        };
        assertThatThrownBy(() -> Async.blockOn(policy.retry(attempt)))
                .isInstanceOf(FileNotFoundException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(attempts[0]).isEqualTo(2);
    }

    @Test
    void aFailureMayAskForALongerDelay() {
        RetryPolicy policy = RetryPolicy.fixed(ms(10))
                .delayAtLeast(failure -> failure.getMessage().endsWith("2") ? ms(3000) : Duration.ZERO);
        assertThat(startsUnder(policy, 4)).containsExactly(ms(0), ms(10), ms(3010), ms(3020));
    }

    @Test
    void theListenerHearsOfEachFailureThatIsFollowedByAnotherAttempt() {
        List<FailedAttempt> heard = new ArrayList<>();
        startsUnder(RetryPolicy.exponential(ms(10)).jitter(0).maxAttempts(3).onRetry(heard::add), 100);
        assertThat(heard).extracting(FailedAttempt::number).containsExactly(1, 2);
        assertThat(heard).extracting(FailedAttempt::delay).containsExactly(ms(10), ms(20));
        assertThat(heard).extracting(FailedAttempt::elapsed).containsExactly(ms(0), ms(10));
        assertThat(heard)
                .extracting(attempt -> attempt.failure().getMessage())
                .containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void whatTheListenerThrowsEndsTheRetry() {
        IllegalStateException thrown = new IllegalStateException("stop");
        RetryPolicy policy = RetryPolicy.fixed(ms(1)).onRetry(attempt -> {
            throw thrown;
        });
        IOException failure = new IOException();
        Future<Object> future = policy.retry(() -> Future.failed(failure));
        assertThatThrownBy(() -> Async.blockOn(future))
                .isSameAs(thrown)
                .satisfies(seen -> assertThat(seen.getSuppressed()).containsExactly(failure));
    }

    @Test
    void withoutABoundOnlyTheNewestFailuresAreKept() {
        int[] attempts = {0};
        TryAttempt<Integer, IOException> attempt = () -> {
            throw new IOException("" + attempts[0]++);
        };
        RetryPolicy policy = RetryPolicy.immediate().retryIf(failure -> attempts[0] < 1000);
        assertThatThrownBy(() -> Async.blockOn(policy.retry(attempt)))
                .hasMessage("999")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .hasSize(16)
                        .extracting(Throwable::getMessage)
                        .startsWith("983")
                        .endsWith("998"));
    }

    @Test
    void aDropDuringTheDelayLeavesNoTimer() throws Exception {
        ManualClock clock = ManualClock.create();
        TaskProbe task = new TaskProbe();
        for (boolean inTime : new boolean[] {false, true}) {
            Future<Object> future = RetryPolicy.fixed(ms(100)).retry(() -> Future.failed(new IOException()));
            Clock.Scope scope = Clock.enter(clock);
            assertThat(task.poll(future)).isSameAs(Poll.pending());
            scope.close();
            assertThat(clock.untilNextTimer()).isPresent();
            if (inTime) {
                assertThat(future.pollDrop(task.context()).isReady()).isTrue();
            } else {
                future.drop();
            }
            assertThat(clock.untilNextTimer()).isEmpty();
            assertThat(task.held()).isZero();
        }
    }

    /** During an attempt, and during a delay. */
    @Test
    void atWhateverStepItIsDroppedEachAttemptIsDroppedOnceAndNoTimerIsLeft() {
        for (int steps = 0; steps < 25; steps++) {
            try (TestExecutor executor = new TestExecutor(steps)) {
                List<Signal<Integer>> attempts = new ArrayList<>();
                Future<Integer> retry = RetryPolicy.fixed(ms(10)).maxAttempts(5).retry(() -> {
                    attempts.add(new Signal<>());
                    return Futures.<Integer>race(
                            attempts.get(attempts.size() - 1),
                            Futures.andThen(Sleep.of(ms(10)), late -> Future.failed(new IOException())));
                });
                try {
                    executor.run(Futures.race(retry, Sleep.of(ms(5L * steps), executor.clock())));
                    assertThat(executor.elapsed()).isEqualTo(ms(5L * steps));
                } catch (Exception last) {
                    assertThat(last).isInstanceOf(IOException.class);
                    assertThat(attempts).hasSize(5);
                }
                assertThat(attempts).allMatch(attempt -> attempt.drops.get() == 1);
                assertThat(executor.clock().untilNextTimer()).isEmpty();
            }
        }
    }

    @Test
    void anAttemptThatNeverEndsIsEndedByATimeoutAround() {
        try (TestExecutor executor = new TestExecutor(3)) {
            Future<String> answer = RetryPolicy.fixed(ms(10))
                    .maxAttempts(3)
                    .retry(() -> Futures.timeout(ms(100), Futures.pollFn((Context cx) -> Poll.<String>pending())));
            assertThatThrownBy(() -> executor.run(answer))
                    .isInstanceOf(dev.asyncfn.time.ElapsedException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
            assertThat(executor.elapsed()).isEqualTo(ms(320));
        }
    }

    @Test
    void aPolicyIsNotChangedByItsMethods() {
        RetryPolicy once = RetryPolicy.fixed(ms(1)).maxAttempts(1);
        once.maxAttempts(5);
        assertThat(startsUnder(once, 3)).hasSize(1);
    }

    @Test
    void nonsenseIsRefused() {
        RetryPolicy policy = RetryPolicy.immediate();
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.factor(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.factor(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.jitter(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.jitter(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxDelay(ms(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxTotal(ms(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.fixed(ms(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.exponential(Duration.ZERO));
    }

    @Test
    void anErrorAndAFailingTestKeepTheEarlierFailures() {
        RetryPolicy test = RetryPolicy.immediate().retryIf(failure -> {
            if (failure.getMessage().equals("3")) {
                throw new IllegalArgumentException("of the test");
            }
            return true;
        });
        assertThatThrownBy(() -> Async.blockOn(test.retry(attempts(IOException::new))))
                .hasMessage("of the test")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()[0].getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("1", "2"));
        assertThatThrownBy(() -> Async.blockOn(RetryPolicy.immediate()
                        .retry(attempts(text -> text.equals("3") ? new Error(text) : new IOException(text)))))
                .isInstanceOf(Error.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("1", "2"));
    }

    private static java.util.function.Supplier<Future<String>> attempts(
            java.util.function.Function<String, Throwable> failures) {
        int[] count = new int[1];
        return () -> Future.failed(failures.apply(Integer.toString(++count[0])));
    }

    @Test
    void aDelayThatIsNegativeAsksForNothing() {
        assertThat(startsUnder(RetryPolicy.fixed(ms(5)).delayAtLeast(failure -> ms(-1)), 3))
                .isEqualTo(startsUnder(RetryPolicy.fixed(ms(5)), 3));
    }

    /** Also when some time has passed since the first attempt. */
    @Test
    void aDelayWithoutEndIsNoReasonToGiveUpWithoutABound() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        for (RetryPolicy policy : List.of(
                RetryPolicy.fixed(forever),
                RetryPolicy.fixed(forever).maxTotal(forever),
                RetryPolicy.immediate().delayAtLeast(failure -> forever))) {
            try (TestExecutor executor = new TestExecutor(0)) {
                JoinHandle<Object> handle = executor.spawn(policy.retry(
                        () -> Futures.andThen(Sleep.of(ms(1)), slept -> Future.failed(new IOException("again")))));
                executor.runUntilStalled();
                executor.clock().advance(ms(1));
                executor.runUntilStalled();
                assertThat(handle.isFinished()).isFalse();
                handle.abort();
            }
        }
    }
}
