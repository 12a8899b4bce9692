package dev.asyncfn.sync;

import dev.asyncfn.Future;
import dev.asyncfn.time.Clock;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Limits how often something happens: a token bucket, as governor and tower's {@code RateLimit} in Rust. Thread-safe.
 *
 * <p>The bucket holds at most {@code burst} tokens, and begins full. It is refilled evenly, with so many tokens in so much time.
 * {@link #acquire()} takes one, and waits for it while there is none.
 *
 * <pre>{@code
 * private final RateLimiter requests = RateLimiter.of(100, Duration.ofSeconds(1)); // 100 at once, then one each 10 ms
 *
 * await(requests.acquire());
 * return await(client.send(request));
 * }</pre>
 *
 * <p>Tokens are given out in the order in which the futures were first polled, without overtaking: a request for many is not passed by later
 * requests for few. A future that is dropped leaves the line, and takes no token. No thread and no timer is used while nothing waits.
 */
public final class RateLimiter {
    private final Clock clock;
    private final int burst;
    private final String rate;

    /** In credits: a nanosecond adds {@link #perNano} of them, and a token costs {@link #cost}. All whole numbers, so that no rounding adds up. */
    private final long perNano;

    private final long cost;

    /** Held by the one of those in line that may take tokens next. The line for it is the line of all that wait. */
    private final Semaphore turn = new Semaphore(1);

    // Guarded by this.
    private long credits;
    private long asOf;
    /** How many futures are in line, or have left it and not yet taken their tokens. Nobody else takes any before them. */
    private int waiting;

    private RateLimiter(int permits, Duration period, int burst, Clock clock) {
        if (permits < 1 || burst < 1) {
            throw new IllegalArgumentException(
                    permits + " permits, and a burst of " + burst + ", are not both positive");
        }
        long nanos = TimeUnit.NANOSECONDS.convert(period);
        if (nanos <= 0) {
            throw new IllegalArgumentException("a period of " + period + " is no limit");
        }
        long common = BigInteger.valueOf(nanos).gcd(BigInteger.valueOf(permits)).longValueExact();
        this.perNano = permits / common;
        this.cost = nanos / common;
        if (cost > (Long.MAX_VALUE >> 1) / burst) {
            throw new IllegalArgumentException("a burst of " + burst + " is too large for a period of " + period);
        }
        this.clock = Objects.requireNonNull(clock, "clock");
        this.burst = burst;
        this.rate = permits + " in " + period;
        this.credits = burst * cost;
        this.asOf = clock.nanoTime();
    }

    /**
     * So many permits in each period, as many as that at once, by the {@linkplain Clock#current() current} clock.
     *
     * @param permits how many tokens the period adds
     * @param period in which they are added, evenly
     * @return a limiter whose bucket is full
     * @throws IllegalArgumentException if one of the two is not positive; or if the period, which fills the bucket, is longer than some centuries
     */
    public static RateLimiter of(int permits, Duration period) {
        return of(permits, period, permits);
    }

    /**
     * As {@link #of(int, Duration)}, with another size of the bucket.
     *
     * @param permits how many tokens the period adds
     * @param period in which they are added, evenly
     * @param burst how many there can be at once, after a time without requests; 1 spaces all requests evenly
     * @return a limiter whose bucket is full
     * @throws IllegalArgumentException if one of the three is not positive; or if the time to fill the bucket is longer than some centuries
     */
    public static RateLimiter of(int permits, Duration period, int burst) {
        return of(permits, period, burst, Clock.current());
    }

    /**
     * As {@link #of(int, Duration, int)}, by this clock.
     *
     * @param permits how many tokens the period adds
     * @param period in which they are added, evenly
     * @param burst how many there can be at once
     * @param clock measures the time, whichever clock is current later
     * @return a limiter whose bucket is full
     * @throws IllegalArgumentException as for {@link #of(int, Duration, int)}
     */
    public static RateLimiter of(int permits, Duration period, int burst, Clock clock) {
        return new RateLimiter(permits, period, burst, clock);
    }

    /**
     * Waits for a permit. As {@link #acquire(int) acquire(1)}.
     *
     * @return a future whose value is null
     */
    public Future<Void> acquire() {
        return acquire(1);
    }

    /**
     * Waits for this many permits at once. They are used up: nothing gives them back.
     *
     * @param permits at least 1 and at most the burst
     * @return a future whose value is null. Nothing is taken unless it is ready
     * @throws IllegalArgumentException if there are never so many at once
     */
    public Future<Void> acquire(int permits) {
        return new RateAcquire(this, checked(permits));
    }

    /**
     * Takes this many permits now, if they are there and no task is in line.
     *
     * @param permits at least 1 and at most the burst
     * @return whether they were taken
     * @throws IllegalArgumentException if there are never so many at once
     */
    public boolean tryAcquire(int permits) {
        checked(permits);
        synchronized (this) {
            return waiting == 0 && take(permits) == 0;
        }
    }

    private int checked(int permits) {
        if (permits < 1 || permits > burst) {
            throw new IllegalArgumentException(permits + " permits at once, of a burst of " + burst);
        }
        return permits;
    }

    /**
     * How many permits there are now.
     *
     * @return from 0 to the burst; tasks in line come first
     */
    public synchronized int availablePermits() {
        refill();
        return (int) (credits / cost);
    }

    Future<Semaphore.Permit> turn() {
        return turn.acquire();
    }

    Clock clock() {
        return clock;
    }

    /** Takes so many if nobody is in line, and returns true; or else counts the caller among those. */
    synchronized boolean takeOrJoin(int permits, boolean mayTake) {
        boolean taken = mayTake && waiting == 0 && take(permits) == 0;
        waiting += taken ? 0 : 1;
        return taken;
    }

    /** For the one whose turn it is: takes so many, leaves the line, and returns 0; or returns how many nanoseconds are left until they are there. */
    synchronized long takeAndLeave(int permits) {
        long nanos = take(permits);
        waiting -= nanos == 0 ? 1 : 0;
        return nanos;
    }

    /** One that has joined the line gives up. */
    synchronized void leave() {
        waiting--;
    }

    /** Takes so many, and returns 0; or takes none, and returns how many nanoseconds are left until they are there. Called under the lock. */
    private long take(int permits) {
        refill();
        long missing = permits * cost - credits;
        if (missing <= 0) {
            credits = -missing;
            return 0;
        }
        return (missing + perNano - 1) / perNano;
    }

    private void refill() {
        long now = clock.nanoTime();
        long elapsed = now - asOf;
        long missing = burst * cost - credits;
        asOf = now;
        boolean full = elapsed < 0 || elapsed > missing / perNano; // negative: more than a clock can count
        credits += full ? missing : elapsed * perNano;
    }

    @Override
    public String toString() {
        return "RateLimiter of " + rate;
    }
}
