package dev.asyncfn.samples.service;

import java.util.Arrays;

/** How long each request took. Used by one thread at a time. */
final class Latencies {
    private final long[] nanos;
    private int count;

    /** For at most so many requests. */
    Latencies(int most) {
        this.nanos = new long[most];
    }

    void add(long taken) {
        nanos[count++] = taken;
    }

    int count() {
        return count;
    }

    /**
     * The time within which this part of the requests was answered.
     *
     * @param part more than 0, and at most 1: 0.99 is the 99th percentile
     */
    double millis(double part) {
        Arrays.sort(nanos, 0, count);
        int rank = (int) Math.ceil(part * count);
        return nanos[rank - 1] / 1e6;
    }
}
