package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private static final List<Integer> JOBS = IntStream.range(0, 20).boxed().toList();

    @Test
    void everyJobIsDoneOnceWhoeverDoesIt() {
        TestExecutor.explore(200, executor -> {
            var channel = Mpsc.<Integer>bounded(3);
            var queue = new Mutex<>(channel.receiver());
            List<Integer> done = new ArrayList<>();
            List<JoinHandle<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(executor.spawn(WorkQueueAsync.work(queue, job -> {
                    done.add(job);
                    return Sleep.of(Duration.ofMillis(job % 4));
                })));
            }
            executor.spawn(WorkQueueAsync.produce(JOBS, channel.sender()));

            List<Integer> counts = executor.run(Futures.joinAll(workers));
            assertThat(done).containsExactlyInAnyOrderElementsOf(JOBS);
            assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(JOBS.size());
        });
    }

    @Test
    void theProducerIsNeverFartherAheadThanTheQueueIsLong() {
        TestExecutor.explore(200, executor -> {
            var channel = Mpsc.<Integer>bounded(3);
            var queue = new Mutex<>(channel.receiver());
            executor.spawn("producer", WorkQueueAsync.produce(JOBS, channel.sender()));

            int done = executor.run(WorkQueueAsync.work(queue, job -> {
                assertThat(channel.receiver().size()).isLessThanOrEqualTo(3);
                return Futures.yieldNow();
            }));
            assertThat(done).isEqualTo(JOBS.size());
        });
    }

    @Test
    void itIsTheSameOnThreads() {
        try (ThreadPool pool = ThreadPool.of(4)) {
            var channel = Mpsc.<Integer>bounded(3);
            var queue = new Mutex<>(channel.receiver());
            List<Integer> done = Collections.synchronizedList(new ArrayList<>());
            List<JoinHandle<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(pool.spawn(WorkQueueAsync.work(queue, job -> {
                    done.add(job);
                    return Futures.yieldNow();
                })));
            }

            WorkQueue.produce(
                    JOBS, channel.sender()); // the method itself: it blocks this thread while the queue is full

            Async.blockOn(Futures.joinAll(workers));
            assertThat(done).containsExactlyInAnyOrderElementsOf(JOBS);
        }
    }
}
