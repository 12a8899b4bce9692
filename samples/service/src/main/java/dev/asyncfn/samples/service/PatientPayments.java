package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.future.FailedAttempt;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Payments with a time limit for each attempt, and further attempts after those that fail. */
final class PatientPayments implements Payments {
    private final Payments payments;
    private final Duration limit;
    private final RetryPolicy policy;

    /**
     * Wraps {@code payments}.
     *
     * @param limit for one attempt
     * @param policy how many attempts there are, and when
     * @param retried notified of each attempt that is followed by another
     */
    PatientPayments(Payments payments, Duration limit, RetryPolicy policy, Consumer<FailedAttempt> retried) {
        this.payments = payments;
        this.limit = limit;
        this.policy = policy.retryIf(PatientPayments::isWorthAnotherAttempt).onRetry(retried);
    }

    /** A provider that declines will do so again. */
    private static boolean isWorthAnotherAttempt(Exception failure) {
        return failure instanceof IOException || failure instanceof ElapsedException;
    }

    @AsyncFn
    @Override
    public String charge(Order order) throws IOException {
        return await(policy.retry(() ->
                async(() -> await(Timeouts.timeout(limit, PaymentsAsync.charge(payments, order))))));
    }
}
