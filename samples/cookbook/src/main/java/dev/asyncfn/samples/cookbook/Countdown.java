package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Notify;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link java.util.concurrent.CountDownLatch} for tasks, and an example of how to make something that can be awaited: some state, and a {@link Notify}
 * for its changes.
 */
public final class Countdown {
    private final AtomicInteger count;
    private final Notify changed = new Notify();

    public Countdown(int count) {
        this.count = new AtomicInteger(count);
    }

    public void countDown() {
        if (count.decrementAndGet() == 0) {
            changed.notifyWaiters();
        }
    }

    /** Waits until it has been counted down. */
    @AsyncFn
    void reached() {
        while (true) {
            Notify.Notified notified = changed.notified();
            notified.enable(); // first stand in line, then look: otherwise a change in between would be missed
            if (count.get() <= 0) {
                notified.drop();
                return;
            }
            await(notified);
        }
    }
}
