package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SleepTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = ManualClock.create();
    private final TaskProbe task = new TaskProbe();

    @Test
    void zeroAndLessIsReadyAtTheFirstPollWithoutATimer() throws Exception {
        assertThat(task.poll(Sleep.of(Duration.ZERO, clock))).isEqualTo(Poll.ready(null));
        assertThat(task.poll(Sleep.of(Duration.ofSeconds(Long.MIN_VALUE), clock)))
                .isEqualTo(Poll.ready(null));
        assertThat(task.poll(Sleep.until(-7, clock))).isEqualTo(Poll.ready(null));
        assertThat(task.clones()).isZero();
    }

    @Test
    void isPendingUntilItsTimeHasPassedAndThenWakes() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        assertThat(task.poll(sleep)).isSameAs(Poll.pending());
        clock.advance(SECOND.minusNanos(1));
        assertThat(task.poll(sleep)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isZero();
        clock.advance(Duration.ofNanos(1));
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
    }

    @Test
    void theTimeBeginsWhenItIsMadeNotAtTheFirstPoll() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        clock.advance(SECOND);
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
    }

    @Test
    void enormousTimesAreLimited() throws Exception {
        assertThat(Sleep.of(Duration.ofSeconds(Long.MAX_VALUE), clock).deadline())
                .isEqualTo(Clock.FOREVER);
        assertThat(Sleep.until(Long.MAX_VALUE, clock).deadline()).isEqualTo(Clock.FOREVER);
        assertThat(task.poll(Sleep.until(Long.MAX_VALUE, clock))).isSameAs(Poll.pending());
    }

    @Test
    void aDropTakesItOutOfTheTimers() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        assertThat(clock.timers.size()).isOne();
        sleep.drop();
        sleep.drop();
        assertThat(clock.timers.size()).isZero();
        clock.advance(SECOND);
        assertThat(task.wakes()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void polledAfterADropItWaitsAgain() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        sleep.drop();
        assertThat(task.poll(sleep)).isSameAs(Poll.pending());
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
    }

    @Test
    void theNewestWakerIsWoken() throws Exception {
        TaskProbe newer = new TaskProbe();
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        newer.poll(sleep);
        clock.advance(SECOND);
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(task.held()).isZero();
        assertThat(newer.held()).isZero();
    }

    @Test
    void aSpentBudgetHoldsBackAndWakes() throws Exception {
        Sleep sleep = Sleep.of(Duration.ZERO, clock);
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        assertThat(sleep.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
    }

    @Test
    void aResetToLaterMakesWhoWaitsWaitOn() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        sleep.reset(SECOND.multipliedBy(3));
        assertThat(sleep.deadline()).isEqualTo(3_000_000_000L);
        clock.advance(SECOND.multipliedBy(2));
        assertThat(task.wakes()).isZero();
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
    }

    @Test
    void aResetToEarlierWakesWhoWaitsEarlier() throws Exception {
        Sleep sleep = Sleep.of(SECOND.multipliedBy(3), clock);
        task.poll(sleep);
        sleep.resetUntil(1_000_000_000L);
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
    }

    @Test
    void aResetToThePresentWakesWhoWaitsAtOnce() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        sleep.reset(Duration.ZERO);
        assertThat(task.wakes()).isOne();
        assertThat(clock.timers.size()).isZero();
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
    }

    @Test
    void aResetAfterCompletionBeginsAnew() throws Exception {
        Sleep sleep = Sleep.of(Duration.ZERO, clock);
        task.poll(sleep);
        sleep.reset(SECOND);
        assertThat(task.poll(sleep)).isSameAs(Poll.pending());
        clock.advance(SECOND);
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
    }

    @Test
    void aResetOfOneThatNobodyPolledTakesNoTimer() {
        Sleep sleep = Sleep.of(SECOND, clock);
        sleep.reset(Duration.ofHours(1));
        assertThat(clock.timers.size()).isZero();
    }

    @Test
    void tellsHowMuchIsLeft() {
        Sleep sleep = Sleep.of(Duration.ofHours(2), clock);
        clock.advance(Duration.ofHours(1));
        assertThat(sleep.state()).isEqualTo("Sleep, PT1H left");
        clock.advance(Duration.ofHours(1));
        assertThat(sleep.state()).isEqualTo("Sleep, elapsed");
        assertThat(sleep.awaited()).isNull();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> Sleep.of(null));
        assertThatNullPointerException().isThrownBy(() -> Sleep.of(SECOND, null));
        assertThatNullPointerException().isThrownBy(() -> Sleep.until(1, null));
    }
}
