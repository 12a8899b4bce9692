package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is followed by another, and after which delay. As tokio-retry and backon in Rust. Immutable: each method returns
 * another policy, so that one can be a constant and be used by many tasks at once.
 *
 * <pre>{@code
 * static final RetryPolicy PATIENT = RetryPolicy.exponential(Duration.ofMillis(100))
 *         .maxDelay(Duration.ofSeconds(5))
 *         .maxAttempts(6)
 *         .retryIf(failure -> failure instanceof IOException);
 *
 * Page page = await(PATIENT.retry(() -> async(() -> await(read(url)))));
 * }</pre>
 *
 * <p>Delays are measured by the {@linkplain dev.asyncfn.time.Clock#current() current} clock of the first poll, so that a test in virtual time
 * waits for nothing. With a seeded {@link #random}, such a test is the same each time.
 */
public final class RetryPolicy {
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Duration firstDelay;
    private final double factor;
    private final Duration maxDelay;
    private final double jitter;
    private final int maxAttempts;
    private final Duration maxTotal;
    /** Null for the generator of the current thread. */
    private final RandomGenerator random;

    private final Predicate<? super Exception> retryable;
    private final Function<? super Exception, Duration> least;
    private final Consumer<? super FailedAttempt> listener;

    private RetryPolicy(Options from) {
        this.firstDelay = from.firstDelay;
        this.factor = from.factor;
        this.maxDelay = from.maxDelay;
        this.jitter = from.jitter;
        this.maxAttempts = from.maxAttempts;
        this.maxTotal = from.maxTotal;
        this.random = from.random;
        this.retryable = from.retryable;
        this.least = from.least;
        this.listener = from.listener;
    }

    /** A copy that one of the methods changes. */
    private static final class Options {
        private Duration firstDelay = Duration.ZERO;
        private double factor = 1;
        private Duration maxDelay = FOREVER;
        private double jitter;
        private int maxAttempts = Integer.MAX_VALUE;
        private Duration maxTotal = FOREVER;
        private RandomGenerator random;
        private Predicate<? super Exception> retryable = failure -> true;
        private Function<? super Exception, Duration> least = failure -> Duration.ZERO;
        private Consumer<? super FailedAttempt> listener = attempt -> {};
    }

    private RetryPolicy with(Consumer<Options> change) {
        Options options = new Options();
        options.firstDelay = firstDelay;
        options.factor = factor;
        options.maxDelay = maxDelay;
        options.jitter = jitter;
        options.maxAttempts = maxAttempts;
        options.maxTotal = maxTotal;
        options.random = random;
        options.retryable = retryable;
        options.least = least;
        options.listener = listener;
        change.accept(options);
        return new RetryPolicy(options);
    }

    /**
     * The next attempt begins as soon as one has failed. Without a bound: see {@link #maxAttempts} and {@link #maxTotal}.
     *
     * @return a policy without delays
     */
    public static RetryPolicy immediate() {
        return new RetryPolicy(new Options());
    }

    /**
     * The next attempt begins after this delay. Without jitter and without a bound.
     *
     * @param delay zero is {@link #immediate()}
     * @return a policy whose delays are equal
     * @throws IllegalArgumentException if the delay is negative
     */
    public static RetryPolicy fixed(Duration delay) {
        Options options = new Options();
        options.firstDelay = notNegative(delay, "delay");
        return new RetryPolicy(options);
    }

    /**
     * Each delay is twice the one before, and half of it is {@linkplain #jitter random}. Without a bound.
     *
     * @param first the delay after the first attempt
     * @return a policy with a {@link #factor} of 2 and a {@link #jitter} of 0.5
     * @throws IllegalArgumentException if the delay is not positive
     */
    public static RetryPolicy exponential(Duration first) {
        if (first.isZero()) {
            throw new IllegalArgumentException("twice a delay of zero is zero");
        }
        Options options = new Options();
        options.firstDelay = notNegative(first, "delay");
        options.factor = 2;
        options.jitter = 0.5;
        return new RetryPolicy(options);
    }

    private static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a negative " + name + ": " + duration);
        }
        return duration;
    }

    /**
     * How much longer each delay is than the one before.
     *
     * @param factor at least 1; 1 makes all delays equal
     * @return another policy
     * @throws IllegalArgumentException if it is less than 1 or not a number
     */
    public RetryPolicy factor(double factor) {
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("a factor of " + factor);
        }
        return with(options -> options.factor = factor);
    }

    /**
     * The longest delay, before jitter.
     *
     * @param most where the delays stop to grow
     * @return another policy
     * @throws IllegalArgumentException if it is negative
     */
    public RetryPolicy maxDelay(Duration most) {
        notNegative(most, "delay");
        return with(options -> options.maxDelay = most);
    }

    /**
     * Shortens each delay at random, so that clients that failed together do not come back together. With a fraction {@code f}, a delay
     * {@code d} is between {@code (1 - f) * d} and {@code d}: 0 is no jitter, 0.5 "equal jitter", 1 "full jitter".
     *
     * @param fraction the part of each delay that is random
     * @return another policy
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public RetryPolicy jitter(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a jitter of " + fraction + " is not between 0 and 1");
        }
        return with(options -> options.jitter = fraction);
    }

    /**
     * Where the jitter comes from. By default {@link ThreadLocalRandom}.
     *
     * @param random asked once for each delay with jitter, in a poll; it must be thread-safe if the policy is used by several threads
     * @return another policy
     */
    public RetryPolicy random(RandomGenerator random) {
        Objects.requireNonNull(random, "random");
        return with(options -> options.random = random);
    }

    /**
     * How many attempts there are at most. By default there is no bound.
     *
     * @param most 1 is no retry
     * @return another policy
     * @throws IllegalArgumentException if it is not positive
     */
    public RetryPolicy maxAttempts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("no attempts: " + most);
        }
        return with(options -> options.maxAttempts = most);
    }

    /**
     * The time within which the last attempt has to begin, counted from the beginning of the first. If the next delay would exceed it, the failure is thrown
     * at once. A running attempt is not ended: for that, put a {@linkplain dev.asyncfn.time.Timeouts timeout} around the attempt, or around all of them.
     *
     * @param most zero allows only retries without a delay that begin in the same instant
     * @return another policy
     * @throws IllegalArgumentException if it is negative
     */
    public RetryPolicy maxTotal(Duration most) {
        notNegative(most, "time");
        return with(options -> options.maxTotal = most);
    }

    /**
     * Which failures are worth another attempt; the others are thrown at once. By default every {@link Exception} is. An {@link Error} never is.
     *
     * @param test replaces the one before; called for each failure that is not the last, in a poll. Its exceptions are those of the future
     * @return another policy
     */
    public RetryPolicy retryIf(Predicate<? super Exception> test) {
        Objects.requireNonNull(test, "test");
        return with(options -> options.retryable = test);
    }

    /**
     * A delay that the failure itself asks for, such as the {@code Retry-After} of a response: the next delay is at least this, whatever the backoff, its
     * bound and jitter say.
     *
     * @param least called for each failure that is retried, in a poll; zero or less asks for nothing, null is not allowed. Its exceptions are those of the
     *     future
     * @return another policy
     */
    public RetryPolicy delayAtLeast(Function<? super Exception, Duration> least) {
        Objects.requireNonNull(least, "least");
        return with(options -> options.least = least);
    }

    /**
     * Notified of each failure that is followed by another attempt, for instance to log or count it.
     *
     * @param listener replaces the one before; called in a poll, before the delay. If it throws, no other attempt is made, and its exception is that of the
     *     future, with the failure suppressed in it
     * @return another policy
     */
    public RetryPolicy onRetry(Consumer<? super FailedAttempt> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(options -> options.listener = listener);
    }

    /**
     * The value of the first attempt that succeeds; or the last failure, with earlier ones suppressed in it: all of them if the number of attempts is
     * bounded, otherwise the newest sixteen.
     *
     * @param <T> the type of the value
     * @param attempt called for each attempt, in a poll; must not return null. Its own exception is a failure of the attempt
     * @return a future that starts the first attempt in its first poll. If it is given up, so is the running attempt, and no other is made
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <T> Future<T> retry(Supplier<? extends Future<T>> attempt) {
        Objects.requireNonNull(attempt, "attempt");
        return new Retry<T, Exception>(this, attempt::get);
    }

    /**
     * As {@link #retry(Supplier)}, for futures that name their checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that the attempts may fail with
     * @param attempt called for each attempt, in a poll; must not return null. Its own exception is a failure of the attempt
     * @return a future that names the exception, and is otherwise as that of {@link #retry(Supplier)}
     */
    @SuppressWarnings("overloads")
    public <T, E extends Exception> TryFuture<T, E> retry(TryAttempt<T, E> attempt) {
        Objects.requireNonNull(attempt, "attempt");
        return new Retry<>(this, attempt::start);
    }

    /** How many attempts there are at most. */
    int attempts() {
        return maxAttempts;
    }

    /** How many of the failures are kept, to be suppressed in the last. */
    int kept() {
        return maxAttempts == Integer.MAX_VALUE ? 16 : maxAttempts;
    }

    /**
     * What follows a failed attempt, of which the listener has been notified.
     *
     * @param number of the attempt, from 1
     * @param elapsed nanoseconds since the first began
     * @return the nanoseconds until the next begins, or -1 if none does
     */
    long delayAfter(int number, Exception failure, long elapsed) {
        if (number >= maxAttempts || !retryable.test(failure)) {
            return -1;
        }
        long asked = nanos(Objects.requireNonNull(least.apply(failure), "the delay"));
        long delay = Math.max(backoff(number), asked);
        long most = nanos(maxTotal);
        if (most != Long.MAX_VALUE && delay > most - elapsed) {
            return -1;
        }
        listener.accept(new FailedAttempt(number, failure, Duration.ofNanos(delay), Duration.ofNanos(elapsed)));
        return delay;
    }

    /** The delay after an attempt, with jitter. */
    private long backoff(int number) {
        double grown = nanos(firstDelay) * Math.pow(factor, number - 1);
        double delay = Math.min(grown, nanos(maxDelay));
        if (jitter == 0 || delay == 0) {
            return (long) delay;
        }
        double drawn = (random == null ? ThreadLocalRandom.current() : random).nextDouble();
        return (long) (delay * (1 - jitter * drawn));
    }

    /** At most 292 years. */
    private static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }
}
