package dev.asyncfn.future;

import java.time.Duration;
import java.util.Objects;

/**
 * An attempt that has failed and is followed by another: see {@link RetryPolicy#onRetry}.
 *
 * @param number how many attempts there were, this one included; from 1
 * @param failure the exception of the attempt
 * @param delay the time until the next attempt begins; never negative
 * @param elapsed the time since the first attempt began, by the clock that measures the delays
 */
public record FailedAttempt(int number, Exception failure, Duration delay, Duration elapsed) {
    /**
     * Checks that nothing is null.
     *
     * @param number from 1
     * @param failure not null
     * @param delay not null
     * @param elapsed not null
     */
    public FailedAttempt {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
