package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million sleepers, which need no thread each. */
@Tag("one-jdk")
class ManySleepersTest {
    private static final int MANY = 1_000_000;

    @Test
    void aMillionAreFiredByTheOneThreadOfTheSystemClock() throws Exception {
        CountDownLatch woken = new CountDownLatch(MANY);
        AtomicInteger others = new AtomicInteger();
        Waker waker = Waker.from(() -> {
            woken.countDown();
            if (!Thread.currentThread().getName().equals("asyncfn-timer")) {
                others.incrementAndGet();
            }
        });
        Sleep[] sleeps = new Sleep[MANY];
        for (int i = 0; i < MANY; i++) {
            // Spread, and far enough away that most are there at the same time.
            sleeps[i] = Sleep.of(Duration.ofMillis(100 + i % 997));
            if (sleeps[i].poll(Context.fromWaker(waker)).isReady()) {
                woken.countDown(); // this thread was held up for too long
            }
        }
        woken.await();
        assertThat(others).hasValue(0);
        assertThat(sleeps).allMatch(sleep -> sleep.place == Sleep.UNQUEUED && sleep.isElapsed());
    }

    @Test
    void aMillionAreFiredInOrderByAClockThatIsDriven() {
        ManualClock clock = ManualClock.create();
        Order order = new Order(clock);
        for (int i = 0; i < MANY; i++) {
            Sleep.until(1 + mixed(i), clock).poll(Context.fromWaker(Waker.from(order)));
        }
        assertThat(clock.timers.size()).isEqualTo(MANY);
        clock.advance(Duration.ofNanos(MANY));
        assertThat(order.wakes).isEqualTo(MANY);
        assertThat(order.backwards).isFalse();
        assertThat(clock.timers.size()).isZero();
    }

    @Test
    void aMillionAreDroppedAndLeaveNothing() {
        ManualClock clock = ManualClock.create();
        Sleep[] sleeps = new Sleep[MANY];
        for (int i = 0; i < MANY; i++) {
            sleeps[i] = Sleep.until(1 + mixed(i), clock);
            sleeps[i].poll(Context.fromWaker(Waker.noop()));
        }
        assertThat(clock.timers.size()).isEqualTo(MANY);
        for (int i = 0; i < MANY; i++) {
            sleeps[mixed(i)].drop();
        }
        assertThat(clock.timers.size()).isZero();
        assertThat(clock.timers.capacity()).isEqualTo(new TimerHeap().capacity());
    }

    @Test
    void aMillionOneAfterTheOtherNeedTheRoomOfOne() {
        ManualClock clock = ManualClock.create();
        for (int i = 0; i < MANY; i++) {
            Sleep sleep = Sleep.of(Duration.ofHours(1), clock);
            sleep.poll(Context.fromWaker(Waker.noop()));
            sleep.drop();
        }
        assertThat(clock.timers.size()).isZero();
        assertThat(clock.timers.capacity()).isEqualTo(new TimerHeap().capacity());
    }

    /** A permutation that is neither forwards nor backwards, the same each time. */
    private static int mixed(int i) {
        return (int) ((i * 7_368_787L) % MANY);
    }

    private static final class Order implements Wake {
        private final ManualClock clock;
        private long last;
        private int wakes;
        private boolean backwards;

        Order(ManualClock clock) {
            this.clock = clock;
        }

        @Override
        public void wake() {
            wakes++;
            backwards |= clock.nanoTime() < last;
            last = clock.nanoTime();
        }
    }
}
