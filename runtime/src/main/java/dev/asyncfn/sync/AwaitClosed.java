package dev.asyncfn.sync;

import java.util.function.BooleanSupplier;

/** Ready once the other side of a channel is gone. */
final class AwaitClosed extends Watcher<Void> {
    private final BooleanSupplier closed;

    /** @param closed called under the lock */
    AwaitClosed(Object lock, Waiters<?> home, String name, BooleanSupplier closed) {
        super(lock, home, name);
        this.closed = closed;
    }

    @Override
    boolean isReady() {
        return closed.getAsBoolean();
    }

    @Override
    Void complete(WakeList woken) {
        return null;
    }
}
