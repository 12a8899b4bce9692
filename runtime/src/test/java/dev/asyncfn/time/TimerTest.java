package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The heap, without the thread. */
class TimerTest {
    private final Timer timer = new Timer();
    private final long past = System.nanoTime() - 1_000_000;

    @Test
    void givesWhatIsOverInTheOrderOfTheDeadlines() throws Exception {
        List<Sleep> sleeps = shuffled(200);
        sleeps.forEach(timer::add);
        assertThat(takeAll(200)).isEqualTo(sorted(sleeps));
        assertThat(sleeps).allMatch(sleep -> sleep.place == Sleep.UNQUEUED);
    }

    @Test
    void keepsTheOrderWhenAnyAreRemoved() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            List<Sleep> sleeps = shuffled(100);
            sleeps.forEach(timer::add);
            Collections.shuffle(sleeps, new Random(seed));
            sleeps.subList(0, 60).forEach(timer::remove);
            sleeps.subList(0, 60).forEach(timer::remove);
            assertThat(takeAll(40)).isEqualTo(sorted(sleeps.subList(60, 100)));
        }
    }

    @Test
    void deadlinesAreComparedAcrossTheOverflowOfTheClock() throws Exception {
        Sleep before = new Sleep(past);
        Sleep longBefore = new Sleep(past - Long.MAX_VALUE / 2);
        timer.add(before);
        timer.add(longBefore);
        assertThat(takeAll(2)).containsExactly(longBefore, before);
    }

    @Test
    void anEarlierOneThatComesLaterEndsTheWait() throws Exception {
        Sleep never = new Sleep(past + Long.MAX_VALUE / 4);
        timer.add(never);
        Sleep[] taken = new Sleep[1];
        Thread waiting = new Thread(() -> {
            try {
                taken[0] = timer.next();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        Sleep now = new Sleep(past);
        timer.add(now);
        waiting.join();
        assertThat(taken[0]).isSameAs(now);
        assertThat(never.place).isZero();
    }

    private List<Sleep> shuffled(int count) {
        List<Sleep> sleeps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sleeps.add(new Sleep(past + i));
        }
        Collections.shuffle(sleeps, new Random(7));
        return sleeps;
    }

    private static List<Sleep> sorted(List<Sleep> sleeps) {
        return sleeps.stream()
                .sorted(Comparator.comparingLong(sleep -> sleep.deadline))
                .toList();
    }

    private List<Sleep> takeAll(int count) throws InterruptedException {
        List<Sleep> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(timer.next());
        }
        return taken;
    }
}
