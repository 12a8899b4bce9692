package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for permits that a guard then holds. If they are there at the first poll, and nobody waits, it needs no lock. */
abstract class AcquireGuard<G> extends Acquire<G> {
    /** Whether a poll has looked; only for the thread that drives the future. */
    private boolean begun;

    AcquireGuard(Permits permits, int count, String name) {
        super(permits, count, name);
    }

    /** A guard for the permits, which are taken. */
    abstract G guard();

    @Override
    final Poll<G> completeAtOnce() {
        if (begun) {
            return null; // it may have been granted the permits, or be in line
        }
        begun = true;
        return permits.take(count) ? Poll.ready(guard()) : null;
    }

    @Override
    final G acquired(WakeList woken) {
        return guard();
    }
}
