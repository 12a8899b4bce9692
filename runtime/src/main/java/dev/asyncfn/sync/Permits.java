package dev.asyncfn.sync;

/**
 * A number of permits, granted in the order of the requests: the core of semaphores, locks and bounded channels. tokio's
 * {@code batch_semaphore}. Guarded by the lock of its primitive.
 *
 * <p>Between two calls, the first in line always asks for more than there is. So there is no overtaking: a request that comes while others wait gets nothing.
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

    /** Takes this many, if they are available and no request is in line. */
    boolean tryTake(int count) {
        if (closed || !line.isEmpty() || available < count) {
            return false;
        }
        available -= count;
        return true;
    }

    /** Removes up to this many available permits, and returns how many. */
    int forget(int count) {
        int forgotten = Math.min(count, available);
        available -= forgotten;
        return forgotten;
    }

    void release(int count, WakeList woken) {
        available += count;
        grant(woken);
    }

    /** Grants permits to the requests in line, as far as they suffice. */
    void grant(WakeList woken) {
        for (Acquire<?> first = line.first(); first != null && first.count <= available; first = line.first()) {
            available -= first.count;
            first.granted = true;
            line.wake(first, woken);
        }
    }

    /** From now on no permit is granted; the requests in line are notified. */
    void close(WakeList woken) {
        closed = true;
        line.wakeAll(woken);
    }
}
