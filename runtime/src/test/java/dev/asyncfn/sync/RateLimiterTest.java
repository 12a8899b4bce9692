package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = ManualClock.create();
    private final TaskProbe task = new TaskProbe();

    private RateLimiter limiter(int permits, int burst) {
        return RateLimiter.of(permits, SECOND, burst, clock);
    }

    @Test
    void theBucketBeginsFullAndIsRefilledEvenly() {
        RateLimiter limiter = limiter(10, 3);
        assertThat(limiter.availablePermits()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryAcquire(1)).isTrue();
        }
        assertThat(limiter.tryAcquire(1)).isFalse();
        clock.advance(Duration.ofMillis(99));
        assertThat(limiter.tryAcquire(1)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(limiter.tryAcquire(1)).isTrue();
        assertThat(limiter.tryAcquire(1)).isFalse();
    }

    @Test
    void theBucketHoldsNoMoreThanTheBurst() {
        RateLimiter limiter = limiter(10, 3);
        clock.advance(Duration.ofDays(365 * 100));
        assertThat(limiter.availablePermits()).isEqualTo(3);
        assertThat(limiter.tryAcquire(3)).isTrue();
        clock.advance(Duration.ofDays(365 * 100));
        assertThat(limiter.availablePermits()).isEqualTo(3);
    }

    @Test
    void noRoundingAddsUp() {
        RateLimiter limiter = limiter(3, 1); // each third of a second, which is no whole number of nanoseconds
        int taken = 0;
        for (int millis = 0; millis < 1_000_000; millis++) {
            taken += limiter.tryAcquire(1) ? 1 : 0;
            clock.advance(Duration.ofMillis(1));
        }
        // one at once; then each is taken up to a millisecond late, and the bucket of one is full meanwhile
        assertThat(taken).isBetween(2_990, 3_000);
    }

    @Test
    void whoWaitsIsWokenWhenItsTokensAreThere() throws Exception {
        RateLimiter limiter = limiter(10, 5);
        assertThat(limiter.tryAcquire(5)).isTrue();
        Future<Void> three = limiter.acquire(3);
        assertThat(task.poll(three)).isSameAs(Poll.pending());
        clock.advance(Duration.ofMillis(299));
        assertThat(task.wakes()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(three).isReady()).isTrue();
        assertThat(limiter.availablePermits()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aRequestForManyIsNotPassedByOneForFew() throws Exception {
        RateLimiter limiter = limiter(10, 5);
        limiter.tryAcquire(4); // one is left
        Future<Void> many = limiter.acquire(5);
        TaskProbe other = new TaskProbe();
        Future<Void> few = limiter.acquire(1);
        assertThat(task.poll(many).isPending()).isTrue();
        assertThat(other.poll(few).isPending()).isTrue();
        assertThat(limiter.tryAcquire(1)).isFalse();
        clock.advance(Duration.ofMillis(400));
        assertThat(task.poll(many).isReady()).isTrue();
        assertThat(other.takeWoken()).isTrue(); // it is its turn
        assertThat(other.poll(few).isPending()).isTrue();
        clock.advance(Duration.ofMillis(100));
        assertThat(other.poll(few).isReady()).isTrue();
    }

    @Test
    void oneThatIsDroppedTakesNothingAndLetsTheNextHaveItsTurn() throws Exception {
        RateLimiter limiter = limiter(10, 5);
        limiter.tryAcquire(4);
        Future<Void> many = limiter.acquire(5);
        TaskProbe other = new TaskProbe();
        Future<Void> few = limiter.acquire(1);
        task.poll(many);
        other.poll(few);
        many.drop();
        assertThat(task.held()).isZero();
        assertThat(clock.untilNextTimer()).isEmpty();
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(few).isReady()).isTrue();
    }

    @Test
    void droppedOnesInTheLineLeaveIt() throws Exception {
        RateLimiter limiter = limiter(1, 1);
        limiter.tryAcquire(1);
        List<Future<Void>> line = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            line.add(limiter.acquire());
            task.poll(line.get(i));
        }
        line.get(1).drop();
        line.get(3).drop();
        for (int i = 0; i < 5; i += 2) {
            clock.advance(SECOND);
            assertThat(task.poll(line.get(i)).isReady()).isTrue();
        }
        assertThat(task.held()).isZero();
    }

    /** Whoever gives up, and whenever: no token is lost, and there are never more than the rate allows. */
    @Test
    void inEveryOrderTheRateIsKeptAndNobodyIsForgotten() {
        TestExecutor.explore(300, executor -> {
            RateLimiter limiter = executor.run(Futures.lazy(() -> RateLimiter.of(10, SECOND, 2)));
            List<Duration> times = new ArrayList<>();
            List<JoinHandle<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                tasks.add(executor.spawn(Futures.map(limiter.acquire(1 + i % 2), done -> {
                    times.add(executor.elapsed());
                    return done;
                })));
            }
            tasks.get(1).abort();
            tasks.get(2).abort();
            for (JoinHandle<Void> each : tasks) {
                executor.run(Futures.orElse(each, aborted -> Future.ready(null)));
            }
            // 6 tokens were asked for at most by the four: two at once, the others one each 100 ms
            assertThat(times).hasSizeBetween(4, 6);
            assertThat(times.get(times.size() - 1)).isLessThanOrEqualTo(Duration.ofMillis(700));
            assertThat(executor.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(700));
        });
    }

    @Test
    void theClockIsTheOneThatWasCurrentWhenItWasMade() throws Exception {
        Clock.Scope scope = Clock.enter(clock);
        RateLimiter limiter = RateLimiter.of(1, SECOND);
        scope.close();
        limiter.tryAcquire(1);
        Future<Void> next = limiter.acquire();
        assertThat(task.poll(next).isPending()).isTrue();
        clock.advance(SECOND);
        assertThat(task.poll(next).isReady()).isTrue();
    }

    @Test
    void whatCanNeverBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimiter.of(0, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimiter.of(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimiter.of(1, SECOND, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimiter.of(1, Duration.ofDays(365_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimiter.of(7, Duration.ofDays(10_000), Integer.MAX_VALUE));
        RateLimiter limiter = limiter(1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.acquire(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.acquire(3));
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.tryAcquire(3));
    }

    /** The failures among a million attempts, half of which are made on another thread. Each finds more tokens than it needs. */
    private static int failures(Callable<Boolean> attempt, Callable<Boolean> ofOther) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        FutureTask<Integer> other = new FutureTask<>(() -> failures(start, ofOther));
        new Thread(other, "other").start();
        return failures(start, attempt) + other.get();
    }

    private static int failures(CyclicBarrier start, Callable<Boolean> attempt) throws Exception {
        start.await();
        int failed = 0;
        for (int i = 0; i < 500_000; i++) {
            failed += attempt.call() ? 0 : 1;
        }
        return failed;
    }

    @Test
    void attemptsOfTwoThreadsTakeTheTokensThatAreThere() throws Exception {
        RateLimiter limiter = limiter(2_000_000, 2_000_000);
        assertThat(failures(() -> limiter.tryAcquire(1), () -> limiter.tryAcquire(1)))
                .isZero();
        assertThat(limiter.availablePermits()).isEqualTo(1_000_000);
    }

    @Test
    void anAttemptBesideATaskThatNeedNotWaitTakesTheTokensThatAreThere() throws Exception {
        RateLimiter limiter = limiter(2_000_000, 2_000_000);
        TaskProbe other = new TaskProbe();
        assertThat(failures(
                        () -> limiter.tryAcquire(1),
                        () -> other.poll(limiter.acquire()).isReady()))
                .isZero();
        assertThat(limiter.availablePermits()).isEqualTo(1_000_000);
    }

    @Test
    void anAttemptSucceedsAgainOnceAllThatWaitedHaveTheirTokensOrHaveLeft() throws Exception {
        RateLimiter limiter = limiter(10, 5);
        limiter.tryAcquire(5);
        Future<Void> first = limiter.acquire();
        Future<Void> second = limiter.acquire(5);
        task.poll(first);
        task.poll(second);
        clock.advance(Duration.ofMillis(300));
        assertThat(limiter.tryAcquire(1)).isFalse(); // two are in line, though the first is about to get its token
        assertThat(task.poll(first).isReady()).isTrue();
        assertThat(limiter.tryAcquire(1)).isFalse();
        second.drop();
        assertThat(limiter.tryAcquire(2)).isTrue();
        assertThat(limiter.tryAcquire(1)).isFalse();
        limiter.acquire().drop(); // which was never in line
        clock.advance(Duration.ofMillis(100));
        assertThat(limiter.tryAcquire(1)).isTrue();
    }

    @Test
    void oneThatIsOutOfBudgetHasItsPlaceInTheLine() throws Exception {
        RateLimiter limiter = limiter(10, 1);
        Future<Void> first = limiter.acquire();
        Context spent = Context.withBudget(task.waker(), 1);
        spent.proceed();
        assertThat(first.poll(spent)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(limiter.tryAcquire(1)).isFalse();
        assertThat(new TaskProbe().poll(limiter.acquire())).isSameAs(Poll.pending());
        assertThat(task.poll(first).isReady()).isTrue();
    }

    @Test
    void tokensThatAreThereCostOneUnitOfTheBudget() throws Exception {
        RateLimiter limiter = limiter(10, 3);
        Context two = Context.withBudget(task.waker(), 2);
        assertThat(limiter.acquire().poll(two).isReady()).isTrue();
        assertThat(limiter.acquire().poll(two).isReady()).isTrue();
        assertThat(limiter.acquire().poll(two)).isSameAs(Poll.pending());
    }

    /** More than a clock can count between two looks, as in a test with sleeps that never end. */
    @Test
    void theBucketIsNotMoreThanFullAfterCenturies() {
        RateLimiter limiter = limiter(3, 5);
        assertThat(limiter.tryAcquire(5)).isTrue();
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(Long.MAX_VALUE));
        }
        assertThat(limiter.availablePermits()).isEqualTo(5);
    }
}
