package dev.asyncfn.samples.cluster.flink;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What the pipelines do to each element. */
final class Enrich {
    /** What happened to the elements of a job that never get an answer. Static, as the worker has a copy of the function. */
    record Watched(CountDownLatch waiting, CountDownLatch dropped) {
        Watched() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    static final Watched TIMED_OUT = new Watched();
    static final Watched CANCELLED = new Watched();

    private Enrich() {}

    @AsyncFn
    static String name(int id) {
        await(Sleep.of(Duration.ofMillis(id % 5)));
        return "user " + id;
    }

    @AsyncFn
    static String fail(int id) {
        await(Sleep.of(Duration.ofMillis(1)));
        throw new IllegalArgumentException("no user " + id);
    }

    @AsyncFn
    static String never(Watched watched) {
        try {
            watched.waiting().countDown();
            return await(Future.<String>pending());
        } finally {
            watched.dropped().countDown();
        }
    }
}
