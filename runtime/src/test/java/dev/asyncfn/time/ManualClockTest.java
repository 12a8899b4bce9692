package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = ManualClock.create();
    private final TaskProbe task = new TaskProbe();
    private final List<String> order = new ArrayList<>();

    @Test
    void standsStillUntilItIsMovedOn() {
        assertThat(clock.nanoTime()).isZero();
        clock.advance(SECOND);
        clock.advance(Duration.ZERO);
        assertThat(clock.nanoTime()).isEqualTo(1_000_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(SECOND.negated()));
    }

    @Test
    void wakesWhatIsOverAndNothingElse() throws Exception {
        Sleep over = Sleep.of(SECOND, clock);
        Sleep later = Sleep.of(SECOND.plusNanos(1), clock);
        TaskProbe other = new TaskProbe();
        task.poll(over);
        other.poll(later);
        clock.advance(SECOND);
        assertThat(task.wakes()).isOne();
        assertThat(other.wakes()).isZero();
        assertThat(over.isElapsed()).isTrue();
        assertThat(later.isElapsed()).isFalse();
    }

    @Test
    void wakesInTheOrderOfTheDeadlinesThenOfArrivalAtTheTimeOfEach() throws Exception {
        wakeAfter(2, "b");
        wakeAfter(1, "a");
        wakeAfter(2, "c");
        clock.advance(Duration.ofSeconds(3));
        assertThat(order).containsExactly("a at PT1S", "b at PT2S", "c at PT2S");
    }

    @Test
    void aSleeperThatComesWhileOthersAreWokenIsWokenInTheSameAdvance() throws Exception {
        Waker waker = Waker.of(() -> {
            order.add("first");
            poll(Sleep.of(SECOND, clock), "second");
        });
        Sleep.of(SECOND, clock).poll(Context.fromWaker(waker));
        clock.advance(Duration.ofSeconds(2));
        assertThat(order).containsExactly("first", "second at PT2S");
    }

    @Test
    void tellsAndGoesToTheNextTimer() throws Exception {
        assertThat(clock.untilNextTimer()).isEmpty();
        assertThat(clock.advanceToNextTimer()).isFalse();
        wakeAfter(2, "b");
        wakeAfter(1, "a");
        wakeAfter(1, "also a");
        assertThat(clock.untilNextTimer()).contains(SECOND);
        assertThat(clock.advanceToNextTimer()).isTrue();
        assertThat(order).containsExactly("a at PT1S", "also a at PT1S");
        assertThat(clock.untilNextTimer()).contains(SECOND);
        assertThat(clock.advanceToNextTimer()).isTrue();
        assertThat(clock.advanceToNextTimer()).isFalse();
        assertThat(order).hasSize(3);
    }

    @Test
    void aDroppedSleepIsNoTimer() throws Exception {
        Sleep sleep = Sleep.of(SECOND, clock);
        task.poll(sleep);
        sleep.drop();
        assertThat(clock.untilNextTimer()).isEmpty();
    }

    @Test
    void wakesAllEvenIfAWakerThrows() throws Exception {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");
        for (IllegalStateException thrown : List.of(first, second)) {
            Sleep.of(SECOND, clock).poll(Context.fromWaker(Waker.of(() -> {
                throw thrown;
            })));
        }
        wakeAfter(1, "after them");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(5))).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second);
        assertThat(order).containsExactly("after them at PT1S");
        assertThat(clock.nanoTime()).isEqualTo(5_000_000_000L);
    }

    @Test
    void goesOnAcrossTheOverflowOfItsTime() throws Exception {
        ManualClock late = new ManualClock(Long.MAX_VALUE - 5);
        Sleep beforeIt = Sleep.of(Duration.ofNanos(3), late);
        Sleep afterIt = Sleep.of(Duration.ofNanos(10), late);
        assertThat(afterIt.deadline()).isNegative();
        assertThat(task.poll(afterIt).isPending()).isTrue();
        assertThat(task.poll(beforeIt).isPending()).isTrue();
        assertThat(late.untilNextTimer()).contains(Duration.ofNanos(3));
        late.advance(Duration.ofNanos(9));
        assertThat(task.wakes()).isOne();
        assertThat(afterIt.isElapsed()).isFalse();
        late.advance(Duration.ofNanos(1));
        assertThat(task.wakes()).isEqualTo(2);
        assertThat(late.nanoTime()).isEqualTo(Long.MIN_VALUE + 4);
    }

    @Test
    void anEnormousStepIsLimitedAndWakesAllOnTheWay() throws Exception {
        Sleep forever = Sleep.of(Duration.ofSeconds(Long.MAX_VALUE), clock);
        task.poll(forever);
        clock.advance(SECOND);
        clock.advance(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(task.wakes()).isOne();
        assertThat(clock.nanoTime()).isEqualTo(Clock.FOREVER + 1_000_000_000);
    }

    private void wakeAfter(int seconds, String name) {
        poll(Sleep.of(Duration.ofSeconds(seconds), clock), name);
    }

    private void poll(Sleep sleep, String name) {
        sleep.poll(Context.fromWaker(Waker.of(() -> order.add(name + " at " + Duration.ofNanos(clock.nanoTime())))));
    }

    @Test
    void everyOneIsAnother() {
        assertThat(Clock.manual()).isNotSameAs(Clock.manual());
        assertThat(Clock.manual().nanoTime()).isZero();
    }
}
