package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A client of a service that is busy at times: each request is tried again, after longer and longer delays, and all of them together keep
 * to the rate that was agreed on.
 */
public final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The service, as the client sees it. */
    interface Service {
        TryFuture<String, IOException> get(String path);
    }

    private final Service service;
    private final RateLimiter rate;
    private final RetryPolicy policy;

    Client(Service service, Clock clock, RandomGenerator jitter) {
        this.service = service;
        this.rate = RateLimiter.of(10, Duration.ofSeconds(1), 2, clock);
        this.policy = RetryPolicy.exponential(Duration.ofMillis(100))
                .random(jitter)
                .maxAttempts(4)
                .retryIf(failure -> failure instanceof IOException || failure instanceof ElapsedException);
    }

    @AsyncFn
    String get(String path) throws IOException {
        return await(policy.retry(() -> async(() -> {
            await(rate.acquire()); // each attempt counts
            return await(
                    Timeouts.timeout(PATIENCE, service.get(path))); // still throws nothing but IOException to be caught
        })));
    }
}
