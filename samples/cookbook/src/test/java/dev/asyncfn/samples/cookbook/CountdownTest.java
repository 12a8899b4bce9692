package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountdownTest {
    @Test
    void everyoneWaitsUntilAllHaveCounted() {
        TestExecutor.explore(300, executor -> {
            Countdown countdown = new Countdown(3);
            List<JoinHandle<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(executor.spawn(CountdownAsync.reached(countdown)));
            }
            for (int i = 0; i < 3; i++) {
                executor.run(Futures.yieldNow());
                assertThat(waiting).noneMatch(JoinHandle::isFinished);
                countdown.countDown();
            }
            executor.run(Futures.joinAll(waiting));
            executor.run(CountdownAsync.reached(countdown)); // and who comes late does not wait
        });
    }

    @Test
    void noWakeUpIsLostBetweenThreads() {
        try (ThreadPool pool = ThreadPool.of(2)) {
            for (int round = 0; round < 2_000; round++) {
                Countdown countdown = new Countdown(1);
                JoinHandle<Void> waiting = pool.spawn(CountdownAsync.reached(countdown));
                countdown.countDown();
                countdown.reached(); // the method itself
                Async.blockOn(waiting);
            }
        }
    }
}
