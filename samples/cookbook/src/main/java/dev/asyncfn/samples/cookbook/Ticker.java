package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.LaggedException;
import dev.asyncfn.time.Interval;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/** Announces the time to all listeners, and waits for none: a listener that is too slow learns how much it missed, and continues with the newest. */
public final class Ticker {
    private Ticker() {}

    /** The ticks that a listener has received, and those it was too slow for. */
    record Heard(long ticks, long missed) {}

    @AsyncFn
    static void tick(Duration period, int times, Broadcast.Sender<Long> listeners) {
        try (listeners) {
            Interval interval = Interval.of(period);
            for (long tick = 1; tick <= times; tick++) {
                await(interval.tick());
                listeners.send(tick);
            }
        }
    }

    @AsyncFn
    static Heard listen(Broadcast.Receiver<Long> ticks, LongFunction<Future<?>> reaction) {
        long heard = 0;
        long missed = 0;
        try (ticks) {
            while (true) {
                try {
                    Optional<Long> tick = await(ticks.recv());
                    if (tick.isEmpty()) {
                        return new Heard(heard, missed);
                    }
                    heard++;
                    await(reaction.apply(tick.get()));
                } catch (LaggedException e) {
                    missed += e.missed();
                }
            }
        }
    }
}
