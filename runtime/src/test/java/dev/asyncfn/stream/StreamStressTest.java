package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Wakes, requests and cancels that race each other: streams on several threads, merged, buffered as tasks, and sent through a publisher;
 * some are read to their end, some are dropped half-way. The long form, a failure tells its seed:
 *
 * <pre>{@code mvn -pl runtime -am test -Dtest=StreamStressTest -Dsurefire.failIfNoSpecifiedTests=false -Dstress.seconds=300
 * -Djunit.jupiter.execution.timeout.mode=disabled}</pre>
 */
class StreamStressTest {
    private static final long SECONDS = Long.getLong("stress.seconds", 2);
    private static final int ITEMS = 200;

    private final AtomicInteger alive = new AtomicInteger();

    @Test
    void nothingIsLostAndNothingIsLeftBehind() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long round = 0;
        try (ThreadPool pool = ThreadPool.of(4)) {
            do {
                long seed = round++;
                Random random = new Random(seed);
                if (random.nextInt(4) == 0) {
                    dropHalfWay(random, pool);
                } else {
                    readToTheEnd(random, pool, seed);
                }
                assertThat(pool.awaitTasks(Duration.ofHours(1)))
                        .as("tasks have ended, seed %d", seed)
                        .isTrue();
                assertThat(alive)
                        .as("streams that were not dropped, seed %d", seed)
                        .hasValue(0);
            } while (System.nanoTime() < end);
        }
    }

    private void readToTheEnd(Random random, ThreadPool pool, long seed) {
        int sources = 1 + random.nextInt(4);
        JoinHandle<Long> sum = pool.spawn(pipeline(random, sources, pool).fold(0L, Long::sum));
        assertThat(Async.blockOn(sum)).as("seed %d", seed).isEqualTo(sources * (long) ITEMS * (ITEMS - 1) / 2);
    }

    private void dropHalfWay(Random random, ThreadPool pool) {
        try (Stream<Long> stream = pipeline(random, 1 + random.nextInt(4), pool)) {
            Async.blockOn(pool.spawn(stream.next()));
            if (random.nextBoolean()) {
                JoinHandle<Long> count = pool.spawn(stream.count());
                count.abort();
                Async.blockOn(Futures.orElse(count, aborted -> Future.ready(0L)));
            }
        }
    }

    private Stream<Long> pipeline(Random random, int sources, ThreadPool pool) {
        List<Stream<Integer>> streams = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            streams.add(counted(random.nextInt(3), pool));
        }
        Stream<Integer> merged = Streams.merge(streams);
        int limit = 1 + random.nextInt(8);
        Stream<Long> widened = random.nextBoolean()
                ? merged.bufferUnordered(limit, pool, StreamStressTest::later)
                : merged.buffered(limit, pool, StreamStressTest::later);
        return Streams.fromPublisher(widened.toPublisher(pool), 1 + random.nextInt(8));
    }

    private static Future<Long> later(int item) {
        return Futures.map(Futures.yieldNow(), nothing -> (long) item);
    }

    /** The numbers, as a stream whose life is counted; some of them go through tasks of their own. */
    private Stream<Integer> counted(int kind, ThreadPool pool) {
        Stream<Integer> numbers =
                Streams.fromIterable(() -> IntStream.range(0, ITEMS).iterator());
        Stream<Integer> source = switch (kind) {
            case 0 -> numbers;
            case 1 -> numbers.then(item -> Futures.map(Futures.yieldNow(), nothing -> item));
            default -> numbers.then(item -> pool.spawn(Futures.map(Futures.yieldNow(), nothing -> item)));
        };
        alive.incrementAndGet();
        return source.takeUntil(new Living());
    }

    /** Never ready, and dropped once: when its stream ends, one way or the other. */
    private final class Living implements Future<Void> {
        @Override
        public Poll<Void> poll(Context cx) {
            return Poll.pending();
        }

        @Override
        public void drop() {
            alive.decrementAndGet();
        }
    }
}
