package dev.asyncfn.time;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Gives futures a limited time. tokio's {@code timeout} and {@code timeout_at}.
 *
 * <p>Each poll first polls the future; whatever it comes to then counts, be it after the deadline. If it is pending and the time has passed,
 * it is dropped, and then {@link TimeoutException} is thrown, with what the drop threw suppressed in it. That goes for a future that
 * never runs out of work, too, and spends its whole {@linkplain dev.asyncfn.Context#proceed() budget} in each poll. Dropping the
 * result drops the future.
 *
 * <p>The time begins when the method is called, by the {@linkplain Clock#current() current} clock.
 */
public final class Timeouts {
    private Timeouts() {}

    /**
     * The value of {@code future}, if it has one in time.
     *
     * @param duration zero or less lets the future be polled once; more than 146 years are taken for that
     * @return throws {@link TimeoutException} if it has none
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> TryFuture<T, TimeoutException> timeout(Duration duration, Future<T> future) {
        return new Timeout<>(future, Sleep.of(duration), "no outcome within " + duration);
    }

    /**
     * As {@link #timeout(Duration, Future)}, for a future that names its checked exception.
     *
     * @return throws {@link TimeoutException}, or what the future throws, for which Java has but one common name
     */
    @SuppressWarnings("overloads")
    public static <T> TryFuture<T, Exception> timeout(Duration duration, TryFuture<T, ?> future) {
        return new Timeout<>(future, Sleep.of(duration), "no outcome within " + duration);
    }

    /**
     * The value of {@code future}, if it has one by then.
     *
     * @param deadline as of {@link Clock#nanoTime()}; if it has passed, the future is polled once
     * @return throws {@link TimeoutException} if it has none
     */
    @SuppressWarnings("overloads")
    public static <T> TryFuture<T, TimeoutException> timeoutAt(long deadline, Future<T> future) {
        return new Timeout<>(future, Sleep.until(deadline), "no outcome by the deadline");
    }

    /**
     * As {@link #timeoutAt(long, Future)}, for a future that names its checked exception.
     *
     * @return throws {@link TimeoutException}, or what the future throws, for which Java has but one common name
     */
    @SuppressWarnings("overloads")
    public static <T> TryFuture<T, Exception> timeoutAt(long deadline, TryFuture<T, ?> future) {
        return new Timeout<>(future, Sleep.until(deadline), "no outcome by the deadline");
    }
}
