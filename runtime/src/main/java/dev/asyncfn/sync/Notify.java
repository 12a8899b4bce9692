package dev.asyncfn.sync;

import dev.asyncfn.Future;

/**
 * Tells a task that something has happened, without saying what. tokio's {@code Notify}: like a {@link Semaphore} that begins with no
 * permit and never has more than one. Thread-safe.
 *
 * <p>{@link #notifyOne()} is for one: if nobody waits, it is kept for the next who does, once. {@link #notifyWaiters()} is for all who wait,
 * and is not kept. So that none is missed, make the {@link #notified()} future first, then look at what it is about, then await it:
 *
 * <pre>{@code
 * for (; ; ) {
 *     Notify.Notified changed = notify.notified();
 *     changed.enable();
 *     if (condition()) {
 *         changed.drop(); // or it stands in line for ever
 *         break;
 *     }
 *     await(changed);
 * }
 * }</pre>
 */
public final class Notify {
    private final Object lock = new Object();
    private final Waiters<Notified> line = new Waiters<>();
    /** A notification for one, with nobody there yet. */
    private boolean stored;
    /** How often all were notified. */
    private long broadcasts;

    /** Nobody was notified yet. */
    public Notify() {}

    /**
     * Waits for a notification: of {@link #notifyOne()}, in the order in which the futures were first polled or enabled, or of a
     * {@link #notifyWaiters()} that comes after this call, even if the future is not polled before.
     *
     * <p>If the future is dropped after {@code notifyOne} has chosen it but before it was ready, the next one is chosen instead.
     */
    public Notified notified() {
        synchronized (lock) {
            return new Notified(this);
        }
    }

    /** Notifies the one who has waited longest; if nobody waits, the next one who does. More of those count as one. */
    public void notifyOne() {
        WakeList woken = new WakeList();
        synchronized (lock) {
            choose(line.first(), false, woken);
        }
        woken.wakeAll();
    }

    /** As {@link #notifyOne()}, for the one who came last. tokio's {@code notify_last}. */
    public void notifyLast() {
        WakeList woken = new WakeList();
        synchronized (lock) {
            choose(line.last(), true, woken);
        }
        woken.wakeAll();
    }

    /** Notifies all whose {@link #notified()} futures were made before this call, and nobody who comes later. */
    public void notifyWaiters() {
        WakeList woken = new WakeList();
        synchronized (lock) {
            broadcasts++;
            line.wakeAll(woken);
        }
        woken.wakeAll();
    }

    private void choose(Notified chosen, boolean last, WakeList woken) {
        if (chosen == null) {
            stored = true;
            return;
        }
        chosen.chosen = true;
        chosen.chosenAsLast = last;
        line.wake(chosen, woken);
    }

    /** Waits for a notification. tokio's {@code Notified}. Its value is null. */
    public static final class Notified extends Waiter<Void> implements Future<Void> {
        private final Notify notify;
        /** How often all had been notified when this was made. */
        private final long broadcastsBefore;
        /** Whether a notification for one is meant for this; guarded by the lock. */
        private boolean chosen;

        private boolean chosenAsLast;

        private Notified(Notify notify) {
            super(notify.lock, notify.line, "Notify.notified");
            this.notify = notify;
            this.broadcastsBefore = notify.broadcasts;
        }

        /**
         * Stands in line from now on, without being polled.
         *
         * @return whether there is a notification for it already; its next poll is ready then
         * @throws IllegalStateException if it has completed or was dropped
         */
        public boolean enable() {
            checkLive();
            synchronized (lock) {
                boolean notified = isReady();
                if (!notified) {
                    join();
                }
                return notified;
            }
        }

        @Override
        boolean isReady() {
            if (notify.broadcasts != broadcastsBefore) {
                return true; // and leaves one that is stored to somebody who needs it
            }
            if (!chosen && line == null && notify.stored) {
                notify.stored = false;
                chosen = true;
            }
            return chosen;
        }

        @Override
        Void complete(WakeList woken) {
            return null;
        }

        @Override
        void abandon(WakeList woken) {
            if (chosen) {
                notify.choose(chosenAsLast ? notify.line.last() : notify.line.first(), chosenAsLast, woken);
            }
        }
    }
}
