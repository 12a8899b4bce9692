package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final long MILLIS = 1_000_000;
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final ManualClock clock = ManualClock.create();
    private final TaskProbe task = new TaskProbe();
    private final Interval interval = Interval.of(PERIOD, clock);

    @Test
    void theFirstTickIsDueAtOnceAndTheOthersAPeriodAfterEachOther() throws Exception {
        assertThat(task.poll(interval.tick())).isEqualTo(Poll.ready(0L));
        Future<Long> second = interval.tick();
        assertThat(task.poll(second)).isSameAs(Poll.pending());
        clock.advance(PERIOD);
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(second)).isEqualTo(Poll.ready(100 * MILLIS));
        assertThat(task.poll(interval.tick())).isSameAs(Poll.pending());
    }

    @Test
    void startsWhenItIsTold() throws Exception {
        Interval late = Interval.startingAt(7 * MILLIS, PERIOD, clock);
        assertThat(task.poll(late.tick())).isSameAs(Poll.pending());
        clock.advance(Duration.ofMillis(7));
        assertThat(task.poll(late.tick())).isEqualTo(Poll.ready(7 * MILLIS));
        clock.advance(PERIOD);
        assertThat(task.poll(late.tick())).isEqualTo(Poll.ready(107 * MILLIS));
    }

    @Test
    void aTickThatIsTakenLateDoesNotShiftTheBeat() throws Exception {
        for (MissedTickBehavior behavior : List.of(MissedTickBehavior.BURST, MissedTickBehavior.SKIP)) {
            ManualClock own = ManualClock.create();
            Interval beat = Interval.of(PERIOD, own);
            beat.setMissedTickBehavior(behavior);
            own.advance(Duration.ofMillis(30));
            assertThat(task.poll(beat.tick())).isEqualTo(Poll.ready(0L));
            own.advance(Duration.ofMillis(70));
            assertThat(task.poll(beat.tick())).isEqualTo(Poll.ready(100 * MILLIS));
        }
    }

    /** As the table in tokio's documentation of the three: a period of 1, a tick due at 2 that is taken at 4.5. */
    @Test
    void burstCatchesUp() throws Exception {
        assertThat(afterALateTick(MissedTickBehavior.BURST)).containsExactly(200L, 300L, 400L, 500L, 600L);
    }

    @Test
    void delayGoesOnFromTheLateTick() throws Exception {
        assertThat(afterALateTick(MissedTickBehavior.DELAY)).containsExactly(200L, 550L, 650L, 750L, 850L);
    }

    @Test
    void skipLeavesOutWhatWasMissed() throws Exception {
        assertThat(afterALateTick(MissedTickBehavior.SKIP)).containsExactly(200L, 500L, 600L, 700L, 800L);
    }

    private List<Long> afterALateTick(MissedTickBehavior behavior) throws Exception {
        interval.setMissedTickBehavior(behavior);
        assertThat(interval.missedTickBehavior()).isEqualTo(behavior);
        next();
        next();
        clock.advance(Duration.ofMillis(450).minusNanos(clock.nanoTime()));
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ticks.add(next());
        }
        return ticks;
    }

    @Test
    void skipLeavesNothingOutWhenTheNextIsDueThisVeryMoment() throws Exception {
        interval.setMissedTickBehavior(MissedTickBehavior.SKIP);
        clock.advance(PERIOD);
        assertThat(next()).isEqualTo(0);
        assertThat(next()).isEqualTo(200);
    }

    @Test
    void delayDoesNotDriftForAFewMilliseconds() throws Exception {
        interval.setMissedTickBehavior(MissedTickBehavior.DELAY);
        clock.advance(Duration.ofMillis(5));
        next();
        assertThat(next()).isEqualTo(100);
        Interval fast = Interval.of(Duration.ofMillis(1), clock);
        fast.setMissedTickBehavior(MissedTickBehavior.DELAY);
        clock.advance(Duration.ofMillis(2));
        assertThat(task.poll(fast.tick())).isEqualTo(Poll.ready(100 * MILLIS));
        clock.advance(Duration.ofMillis(1));
        assertThat(task.poll(fast.tick())).isEqualTo(Poll.ready(103 * MILLIS));
    }

    @Test
    void aDroppedTickIsThatOfTheNextCall() throws Exception {
        next();
        Future<Long> dropped = interval.tick();
        task.poll(dropped);
        dropped.drop();
        assertThat(clock.timers.size()).isZero();
        assertThat(task.held()).isZero();
        assertThat(next()).isEqualTo(100);
    }

    @Test
    void droppingATickThatWasReadyLeavesTheNextAlone() throws Exception {
        Future<Long> first = interval.tick();
        task.poll(first);
        Future<Long> second = interval.tick();
        task.poll(second);
        first.drop();
        clock.advance(PERIOD);
        assertThat(task.wakes()).isOne();
    }

    @Test
    void waitsForNothingBetweenTicks() throws Exception {
        next();
        next();
        assertThat(clock.timers.size()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aSpentBudgetKeepsTheTick() throws Exception {
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        Future<Long> tick = interval.tick();
        assertThat(tick.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(tick)).isEqualTo(Poll.ready(0L));
    }

    @Test
    void resetsBeginAnew() throws Exception {
        next();
        clock.advance(Duration.ofMillis(60));
        interval.reset();
        assertThat(next()).isEqualTo(160);
        interval.resetImmediately();
        assertThat(next()).isEqualTo(160);
        interval.resetAfter(Duration.ofMillis(10));
        assertThat(next()).isEqualTo(170);
        interval.resetAt(175 * MILLIS);
        assertThat(next()).isEqualTo(175);
        assertThat(next()).isEqualTo(275);
    }

    @Test
    void aResetWhileATickIsAwaitedMovesIt() throws Exception {
        next();
        Future<Long> tick = interval.tick();
        task.poll(tick);
        interval.resetImmediately();
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(tick)).isEqualTo(Poll.ready(0L));
    }

    @Test
    void ticksAcrossTheOverflowOfTheClock() throws Exception {
        ManualClock late = new ManualClock(Long.MAX_VALUE - 50 * MILLIS);
        for (MissedTickBehavior behavior : MissedTickBehavior.values()) {
            Interval across = Interval.of(PERIOD, late);
            across.setMissedTickBehavior(behavior);
            long start = late.nanoTime();
            assertThat(task.poll(across.tick())).isEqualTo(Poll.ready(start));
            late.advance(PERIOD);
            assertThat(task.poll(across.tick())).isEqualTo(Poll.ready(start + 100 * MILLIS));
        }
        assertThat(late.nanoTime()).isNegative();
    }

    @Test
    void anEnormousPeriodIsLimited() throws Exception {
        Interval ages = Interval.of(Duration.ofSeconds(Long.MAX_VALUE), clock);
        assertThat(ages.period()).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        clock.advance(PERIOD);
        assertThat(task.poll(ages.tick())).isEqualTo(Poll.ready(0L));
        assertThat(task.poll(ages.tick())).isSameAs(Poll.pending());
        assertThat(clock.untilNextTimer())
                .contains(Duration.ofNanos(Clock.FOREVER).minus(PERIOD));
    }

    @Test
    void aTickPolledAfterCompletionThrows() throws Exception {
        Future<Long> tick = interval.tick();
        task.poll(tick);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(tick));
    }

    @Test
    void aPeriodThatIsNotPositiveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.of(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.startingAt(0, PERIOD.negated()));
        assertThatNullPointerException().isThrownBy(() -> Interval.of(null));
        assertThatNullPointerException().isThrownBy(() -> Interval.of(PERIOD, null));
        assertThatNullPointerException().isThrownBy(() -> interval.setMissedTickBehavior(null));
    }

    @Test
    void ticksByTheClockOfTheSystem() {
        Interval real = Interval.of(Duration.ofMillis(1));
        long first = Async.blockOn(real.tick());
        assertThat(Async.blockOn(real.tick()) - first).isEqualTo(MILLIS);
    }

    /** Takes the next tick, when it is due if it is not yet; in milliseconds. */
    private long next() throws Exception {
        Future<Long> tick = interval.tick();
        Poll<Long> poll = task.poll(tick);
        while (poll.isPending()) {
            assertThat(clock.advanceToNextTimer()).isTrue();
            poll = task.poll(tick);
        }
        return ((Poll.Ready<Long>) poll).value() / MILLIS;
    }

    @Test
    void droppingATickThatWasOvertakenLeavesTheOneThatIsAwaitedAlone() throws Exception {
        next();
        Future<Long> forgotten = interval.tick();
        Future<Long> neverPolled = interval.tick();
        new TaskProbe().poll(forgotten);
        Future<Long> awaited = interval.tick();
        task.poll(awaited);
        forgotten.drop();
        neverPolled.drop();
        clock.advance(PERIOD);
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(awaited)).isEqualTo(Poll.ready(PERIOD.toNanos()));
    }

    @Test
    void droppingATickLeavesTheTaskThatPollsTheIntervalItselfAlone() throws Exception {
        next();
        Future<Long> forgotten = interval.tick();
        new TaskProbe().poll(forgotten);
        interval.pollTick(task.context());
        forgotten.drop();
        clock.advance(PERIOD);
        assertThat(task.wakes()).isOne();
    }
}
