package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private static final long NOW = 1_000_000;

    private final ManualClock clock = new ManualClock(NOW);
    private final TimerHeap heap = new TimerHeap();

    @Test
    void givesThemInTheOrderOfTheirDeadlines() {
        List<Sleep> sleeps = shuffled(200);
        sleeps.forEach(heap::add);
        assertThat(takeAll()).isEqualTo(sorted(sleeps));
        assertThat(sleeps).allMatch(sleep -> sleep.place == Sleep.UNQUEUED && !sleep.queued);
    }

    @Test
    void givesThoseOfOneDeadlineInTheOrderInWhichTheyCame() {
        List<Sleep> sleeps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sleeps.add(Sleep.until(NOW + i % 3, clock));
        }
        sleeps.forEach(heap::add);
        assertThat(takeAll()).isEqualTo(sorted(sleeps)); // a stable sort
    }

    @Test
    void keepsTheOrderWhenAnyAreRemoved() {
        for (int seed = 0; seed < 50; seed++) {
            List<Sleep> sleeps = shuffled(100);
            sleeps.forEach(heap::add);
            Collections.shuffle(sleeps, new Random(seed));
            assertThat(sleeps.subList(0, 60)).allMatch(heap::remove).noneMatch(heap::remove);
            assertThat(takeAll()).isEqualTo(sorted(sleeps.subList(60, 100)));
        }
    }

    @Test
    void aSleepThatIsThereIsNotAddedAgain() {
        Sleep sleep = Sleep.until(NOW, clock);
        assertThat(heap.add(sleep)).isTrue();
        assertThat(heap.add(sleep)).isFalse();
        assertThat(takeAll()).containsExactly(sleep);
    }

    @Test
    void deadlinesAreComparedAcrossTheOverflowOfTheClock() {
        Sleep after = Sleep.until(Long.MAX_VALUE + 10, new ManualClock(Long.MAX_VALUE));
        Sleep before = Sleep.until(Long.MAX_VALUE - 10, new ManualClock(Long.MAX_VALUE));
        heap.add(after);
        heap.add(before);
        assertThat(takeAll()).containsExactly(before, after);
    }

    @Test
    void theRoomOfManyIsGivenBackWhenTheyAreGone() {
        List<Sleep> sleeps = shuffled(100_000);
        sleeps.forEach(heap::add);
        assertThat(heap.capacity()).isGreaterThanOrEqualTo(100_000);
        sleeps.forEach(heap::remove);
        assertThat(heap.size()).isZero();
        assertThat(heap.capacity()).isEqualTo(new TimerHeap().capacity());
    }

    private List<Sleep> shuffled(int count) {
        List<Sleep> sleeps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sleeps.add(Sleep.until(NOW + i, clock));
        }
        Collections.shuffle(sleeps, new Random(7));
        return sleeps;
    }

    private static List<Sleep> sorted(List<Sleep> sleeps) {
        return sleeps.stream().sorted(Comparator.comparingLong(Sleep::deadline)).toList();
    }

    private List<Sleep> takeAll() {
        List<Sleep> taken = new ArrayList<>();
        for (Sleep first = heap.first(); first != null; first = heap.first()) {
            heap.remove(first);
            taken.add(first);
        }
        return taken;
    }
}
