package dev.asyncfn.sync;

import dev.asyncfn.Poll;
import java.util.function.BooleanSupplier;

/** Ready once the other side of a channel is gone. */
final class AwaitClosed extends Watcher<Void> {
    private final Waiters<?> line;
    private final String name;
    private final BooleanSupplier closed;

    /** @param closed called under the lock */
    AwaitClosed(Waiters<?> line, String name, BooleanSupplier closed) {
        this.line = line;
        this.name = name;
        this.closed = closed;
    }

    @Override
    Waiters<?> line() {
        return line;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    boolean isReady() {
        return closed.getAsBoolean();
    }

    @Override
    Poll<Void> complete(WakeList woken) {
        return Poll.ready(null);
    }
}
