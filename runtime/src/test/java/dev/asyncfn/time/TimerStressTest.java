package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Threads that make, poll, reset and drop sleeps while the system's clock fires them. A lost wake-up hangs. The long form:
 * {@code mvn test -pl runtime -am -Dtest=TimerStressTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.timeout=0
 * -Dstress.seconds=300 -Djunit.jupiter.execution.timeout.mode=disabled}.
 */
class TimerStressTest {
    private static final int THREADS = 3;
    private static final int ROUNDS = 10_000;
    private static final long SECONDS = Long.getLong("stress.seconds", 0);

    @Test
    void whateverIsStillAwaitedIsWoken() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int seed = i;
                done.add(threads.submit(() -> use(new Random(seed))));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void use(Random random) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS || System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS); i++) {
            use(Sleep.of(micros(random)), random);
        }
        return null;
    }

    private static void use(Sleep sleep, Random random) throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        Context cx = Context.fromWaker(Waker.of(woken::countDown));
        if (random.nextBoolean()) {
            sleep.poll(Context.fromWaker(Waker.noop())); // a task that it does not stay in
        }
        if (random.nextInt(4) == 0) {
            sleep.drop();
        }
        boolean over = sleep.poll(cx).isReady();
        if (!over && random.nextInt(3) == 0) {
            sleep.reset(micros(random)); // who waits, waits on
        }
        if (!over && random.nextInt(2) == 0) {
            sleep.drop();
            over = true;
        }
        while (!over) {
            woken.await();
            // A reset that raced with the wake leaves a spurious one.
            CountDownLatch again = new CountDownLatch(1);
            woken = again;
            over = sleep.poll(Context.fromWaker(Waker.of(again::countDown))).isReady();
        }
        assertThat(sleep.queued).isFalse();
    }

    private static Duration micros(Random random) {
        return Duration.ofNanos(random.nextInt(200_000));
    }
}
