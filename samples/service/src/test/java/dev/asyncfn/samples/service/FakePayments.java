package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A provider that takes its time, and does what the test has told it to. */
final class FakePayments implements Payments {
    final List<String> log = new ArrayList<>();
    /** What the next attempts end with; after these, each succeeds. */
    final Deque<Exception> failures = new ArrayDeque<>();

    private final Duration time;
    private int running;
    private int most;

    FakePayments(Duration time) {
        this.time = time;
    }

    /** The largest number of attempts that were under way at the same time. */
    int most() {
        return most;
    }

    @AsyncFn
    @Override
    public String charge(Order order) throws IOException {
        most = Math.max(most, ++running);
        String end = "given up";
        try {
            await(Sleep.of(time));
            end = "answered";
            Exception failure = failures.poll();
            if (failure instanceof IOException io) {
                throw io;
            } else if (failure instanceof Problem problem) {
                throw problem;
            }
            return "receipt " + order.id();
        } finally {
            running--;
            log.add(end);
        }
    }
}
