package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for permits. Once granted, it keeps them until it is polled, or passes them on when it is dropped. */
abstract class Acquire<T> extends Waiter<T> {
    /** Whether the permits are taken for this; guarded by the lock. */
    boolean granted;

    /** Whether a poll has looked under the lock, so that it may be in line or have been granted the permits; only for the polling thread. */
    boolean looked;

    abstract Permits permits();

    /** How many it waits for. */
    abstract int count();

    @Override
    final Waiters<?> line() {
        return permits().line;
    }

    /** Ready with the value, now that the permits belong to it. Called under the lock. */
    abstract Poll<T> acquired(WakeList woken);

    /** Why there is no value. Called under the lock. */
    RuntimeException refusal() {
        return new ClosedException("closed");
    }

    @Override
    boolean isReady() {
        looked = true;
        if (!granted && !inLine) {
            granted = permits().takeOrQueue(count());
        }
        return granted || permits().isClosed();
    }

    @Override
    Poll<T> complete(WakeList woken) {
        if (!granted) {
            throw refusal();
        }
        return acquired(woken);
    }

    @Override
    void abandon(WakeList woken) {
        if (granted) {
            permits().release(count(), woken);
        } else {
            permits().grant(woken); // it may have asked for more than those behind it
        }
    }
}
