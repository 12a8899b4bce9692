package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.time.Clock;
import dev.asyncfn.time.Sleep;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rate limiters against a sequential model, poll by poll, in many schedules of virtual time. {@code runtime/PROOFS.md} has the command of
 * the long form.
 */
class RateLimiterModelTest {
    @Test
    void rateLimitersDoWhatTheModelDoes() {
        Model.explore((random, clock) -> {
            LimiterModel model = new LimiterModel(random, clock);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                actors.add(model.using(random));
            }
            return actors;
        });
    }

    /** What a limiter does, one call after the other. It counts in tokens times the nanoseconds of a period, and so without a remainder. */
    private static final class LimiterModel {
        private final Clock clock;
        private final RateLimiter limiter;
        private final int perPeriod;
        private final BigInteger period;
        private final int burst;
        private final Set<Object> line = new LinkedHashSet<>();

        private BigInteger level;
        private long asOf;

        LimiterModel(Random random, Clock clock) {
            this.clock = clock;
            this.perPeriod = 1 + random.nextInt(7);
            this.period = BigInteger.valueOf(1 + random.nextInt(random.nextBoolean() ? 20 : 2_000_000_000));
            this.burst = 1 + random.nextInt(5);
            this.limiter = RateLimiter.of(perPeriod, Duration.ofNanos(period.longValue()), burst, clock);
            this.level = tokens(burst);
            this.asOf = clock.nanoTime();
        }

        private BigInteger tokens(int count) {
            return period.multiply(BigInteger.valueOf(count));
        }

        private void refill() {
            BigInteger elapsed = BigInteger.valueOf(clock.nanoTime() - asOf);
            level = level.add(elapsed.multiply(BigInteger.valueOf(perPeriod))).min(tokens(burst));
            asOf = clock.nanoTime();
        }

        private boolean take(int permits) {
            refill();
            boolean there = level.compareTo(tokens(permits)) >= 0;
            if (there) {
                level = level.subtract(tokens(permits));
            }
            return there;
        }

        private void look() {
            refill();
            assertThat(limiter.availablePermits())
                    .isEqualTo(level.divide(period).intValueExact());
        }

        private void tryAcquire(int permits) {
            boolean expected = line.isEmpty() && take(permits);
            assertThat(limiter.tryAcquire(permits)).isEqualTo(expected);
        }

        Actor using(Random random) {
            return new Actor(random, 12) {
                @Override
                Operation<?> next() {
                    int permits = 1 + random.nextInt(burst);
                    switch (random.nextInt(8)) {
                        case 0 -> look();
                        case 1 -> tryAcquire(permits);
                        case 2 -> {
                            return sleep(random.nextInt(period.intValue() / perPeriod + 2));
                        }
                        default -> {
                            return acquire(permits);
                        }
                    }
                    return null;
                }

                @Override
                void finish() {
                    look();
                }
            };
        }

        /** So that there are tokens, and others are polled in the meantime. */
        private Operation<?> sleep(long nanos) {
            long end = clock.nanoTime() + nanos;
            return new Operation<>(Sleep.of(Duration.ofNanos(nanos), clock)) {
                @Override
                boolean endsNow() {
                    return clock.nanoTime() - end >= 0;
                }

                @Override
                void completed(Void nothing) {
                    // has changed nothing
                }

                @Override
                void dropped() {
                    // the same
                }
            };
        }

        private Operation<Void> acquire(int permits) {
            Object place = new Object();
            return new Operation<>(limiter.acquire(permits)) {
                @Override
                boolean endsNow() {
                    line.add(place); // stays where it is if it is there
                    return line.iterator().next() == place && take(permits);
                }

                @Override
                void completed(Void nothing) {
                    line.remove(place);
                }

                @Override
                void dropped() {
                    line.remove(place);
                }
            };
        }
    }
}
