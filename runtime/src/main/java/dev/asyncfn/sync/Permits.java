package dev.asyncfn.sync;

/**
 * A number of permits, handed out in the order in which they were asked for: what semaphores, locks and bounded channels are made of. tokio's
 * {@code batch_semaphore}. Guarded by the lock of its primitive.
 *
 * <p>Between two calls, the first in line always asks for more than there is. So nobody overtakes: who comes while others wait gets nothing.
 */
final class Permits {
    final Waiters<Acquire<?>> line = new Waiters<>();
    private int available;
    private boolean closed;

    Permits(int available) {
        this.available = available;
    }

    int available() {
        return available;
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes so many, if they are there and nobody is in line for them. */
    boolean tryTake(int count) {
        if (closed || !line.isEmpty() || available < count) {
            return false;
        }
        available -= count;
        return true;
    }

    /** Takes up to so many away from those that are available, and tells how many. */
    int forget(int count) {
        int forgotten = Math.min(count, available);
        available -= forgotten;
        return forgotten;
    }

    void release(int count, WakeList woken) {
        available += count;
        grant(woken);
    }

    /** Gives those in line what they wait for, as far as it goes. */
    void grant(WakeList woken) {
        for (Acquire<?> first = line.first(); first != null && first.count <= available; first = line.first()) {
            available -= first.count;
            first.granted = true;
            line.wake(first, woken);
        }
    }

    /** From now on none is taken; those in line are told. */
    void close(WakeList woken) {
        closed = true;
        line.wakeAll(woken);
    }
}
