package dev.asyncfn.processor.differential;

import java.util.Random;

/** How often each leaf future says pending before it is ready. */
@FunctionalInterface
interface Pace {
    /** The number of times that the leaf being created is pending. */
    int pendings();

    static Pace ready() {
        return () -> 0;
    }

    static Pace pendingOnce() {
        return () -> 1;
    }

    /** So all that waits for a leaf is polled while it still waits. */
    static Pace pendingTwice() {
        return () -> 2;
    }

    /** Zero to three times, the same sequence for the same seed. */
    static Pace random(long seed) {
        Random random = new Random(seed);
        return () -> random.nextInt(4);
    }
}
