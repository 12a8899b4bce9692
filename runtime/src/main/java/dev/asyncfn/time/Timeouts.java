package dev.asyncfn.time;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.time.Duration;

/**
 * Limits the time of futures. tokio's {@code timeout} and {@code timeout_at}.
 *
 * <p>Each poll first polls the future; its outcome counts, even after the deadline. If it is pending and the time has passed, it is dropped,
 * and then {@link ElapsedException} is thrown, with an exception of the drop suppressed in it. This also holds for a future that never
 * runs out of work, and spends its whole {@linkplain dev.asyncfn.Context#proceed() budget} in each poll. Dropping the result drops the
 * future. A late future that cleans up, or that is {@linkplain dev.asyncfn.future.Futures#shielded(Future) shielded}, is waited for. A value that the future itself has collected by then, such as one of the guards of a {@code join}, is released with it: see
 * {@link dev.asyncfn.Undelivered}.
 *
 * <p>The time starts when the method is called, by the {@linkplain Clock#current() current} clock.
 */
public final class Timeouts {
    private Timeouts() {}

    /**
     * The value of {@code future}, if it is ready in time.
     *
     * @param <T> the type of the value
     * @param duration zero or less lets the future be polled once; more than 146 years count as 146 years
     * @param future belongs to the result, which drops it when it is late
     * @return a future that throws {@link ElapsedException} if it is not
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> timeout(Duration duration, Future<T> future) {
        return new Timeout<>(future, Sleep.of(duration), "no outcome within " + duration);
    }

    /**
     * As {@link #timeout(Duration, Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param duration zero or less lets the future be polled once; more than 146 years count as 146 years
     * @param future belongs to the result, which drops it when it is late
     * @return a future that names the same exception, and throws {@link ElapsedException}, which is unchecked, if it is too late
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> timeout(Duration duration, TryFuture<T, E> future) {
        return new Timeout<>(future, Sleep.of(duration), "no outcome within " + duration);
    }

    /**
     * The value of {@code future}, if it is ready by then.
     *
     * @param <T> the type of the value
     * @param deadline as of {@link Clock#nanoTime()}; if it has passed, the future is polled once
     * @param future belongs to the result, which drops it when it is late
     * @return a future that throws {@link ElapsedException} if it is not
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads")
    public static <T> Future<T> timeoutAt(long deadline, Future<T> future) {
        return new Timeout<>(future, Sleep.until(deadline), "no outcome by the deadline");
    }

    /**
     * As {@link #timeoutAt(long, Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param deadline as of {@link Clock#nanoTime()}; if it has passed, the future is polled once
     * @param future belongs to the result, which drops it when it is late
     * @return a future that names the same exception, and throws {@link ElapsedException}, which is unchecked, if it is too late
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> timeoutAt(long deadline, TryFuture<T, E> future) {
        return new Timeout<>(future, Sleep.until(deadline), "no outcome by the deadline");
    }
}
