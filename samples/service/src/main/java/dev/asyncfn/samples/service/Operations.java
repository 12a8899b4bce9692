package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What those who run the service ask for: is it alive, does it want requests, what does it do? */
final class Operations {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Store store;
    private final Meters meters;
    private final BooleanSupplier stopping;

    Operations(Store store, Meters meters, BooleanSupplier stopping) {
        this.store = store;
        this.meters = meters;
        this.stopping = stopping;
    }

    /** Whether the process is worth keeping: it answers, so it is. */
    @AsyncFn
    Reply live() {
        return new Reply(200, "text/plain", "live\n");
    }

    /** Whether it should get requests: not while the database does not answer, nor when it is about to end. */
    @AsyncFn
    Reply ready() {
        if (stopping.getAsBoolean()) {
            return new Reply(503, "text/plain", "stopping\n");
        }
        try {
            await(Timeouts.timeout(PATIENCE, StoreAsync.check(store)));
            return new Reply(200, "text/plain", "ready\n");
        } catch (ElapsedException | R2dbcException failure) {
            return new Reply(503, "text/plain", "the database does not answer\n");
        }
    }

    /** For a Prometheus that comes each few seconds. */
    @AsyncFn
    Reply metrics() {
        return new Reply(200, Meters.CONTENT_TYPE, meters.scrape());
    }
}
