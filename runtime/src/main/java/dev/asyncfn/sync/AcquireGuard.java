package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for permits that a guard then holds. If they are there at the first poll, and nobody waits, it needs no lock. */
abstract class AcquireGuard<G> extends Acquire<G> {
    /** A guard for the permits, which are taken. */
    abstract G guard();

    @Override
    final Poll<G> completeAtOnce() {
        if (looked) {
            return null;
        }
        Permits permits = permits();
        if (!permits.mayTake(count())) {
            return null;
        }
        // Made before they are taken: if there is no memory for it, nothing is taken.
        Poll<G> ready = Poll.ready(guard());
        return permits.take(count()) ? ready : null;
    }

    @Override
    final Poll<G> acquired(WakeList woken) {
        return Poll.ready(guard());
    }
}
