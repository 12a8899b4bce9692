package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for permits that a guard then holds. If they are there at the first poll, and nobody waits, it needs no lock. */
abstract class AcquireGuard<G> extends Acquire<G> {
    AcquireGuard(Permits permits, int count, String name) {
        super(permits, count, name);
    }

    /** A guard for the permits, which are taken. */
    abstract G guard();

    @Override
    final Poll<G> completeAtOnce() {
        return !looked && permits.take(count) ? Poll.ready(guard()) : null;
    }

    @Override
    final G acquired(WakeList woken) {
        return guard();
    }
}
