package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Barrier;
import java.util.Arrays;

/**
 * A computation in rounds, as of heat in a bar: several tasks compute a part each, from what all have computed in the round before. Nobody begins
 * a round before all have ended the last.
 */
public final class Rounds {
    private final Barrier computed;
    private final Barrier published;
    private double[] present;
    private double[] next;

    /** @param tasks how many take part; each runs {@link #compute} once, with a part of its own */
    Rounds(double[] start, int tasks) {
        this.present = start.clone();
        this.next = start.clone();
        this.computed = new Barrier(tasks);
        this.published = new Barrier(tasks);
    }

    /** Computes the places from {@code from} to {@code to}, exclusively, in each round. */
    @AsyncFn
    void compute(int from, int to, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = from; i < to; i++) {
                next[i] = (at(i - 1) + at(i) + at(i + 1)) / 3;
            }
            if (await(computed.arrive())) { // true for one of them, when all have arrived
                double[] last = present;
                present = next;
                next = last;
            }
            await(published.arrive());
        }
    }

    private double at(int i) {
        return i < 0 || i >= present.length ? 0 : present[i];
    }

    double[] result() {
        return Arrays.copyOf(present, present.length);
    }
}
