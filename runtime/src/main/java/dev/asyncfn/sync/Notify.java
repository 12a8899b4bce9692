package dev.asyncfn.sync;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/**
 * Notifies tasks that something has happened, without saying what. tokio's {@code Notify}: like a {@link Semaphore} that starts with no
 * permit and never has more than one. Thread-safe.
 *
 * <p>{@link #notifyOne()} is for one task: if none is waiting, one notification is kept for the next that waits. {@link #notifyWaiters()} is for
 * all waiting tasks, and is not kept. To miss none, create the {@link #notified()} future first, then check the condition, then await it:
 *
 * <pre>{@code
 * for (; ; ) {
 *     Notify.Notified changed = notify.notified();
 *     changed.enable();
 *     if (condition()) {
 *         changed.drop(); // or it stays in line forever
 *         break;
 *     }
 *     await(changed);
 * }
 * }</pre>
 */
public final class Notify {
    /** Guards the rest, too. */
    private final Waiters<Notified> line = new Waiters<>();

    /** A kept notification for one task. */
    private boolean stored;
    /** How often all were notified. */
    private long broadcasts;

    /** No notification yet. */
    public Notify() {}

    /**
     * Waits for a notification: by {@link #notifyOne()}, in the order in which the futures were first polled or enabled, or by a
     * {@link #notifyWaiters()} after this call, even if the future has not been polled by then.
     *
     * <p>If the future is dropped after {@code notifyOne} has chosen it but before it was ready, the next one is chosen instead.
     *
     * @return a new future, for one task; drop it if it is not awaited to its end
     */
    public Notified notified() {
        synchronized (line) {
            return new Notified(this);
        }
    }

    /** Notifies the task that has waited longest or, if none is waiting, the next that waits. Several kept notifications count as one. */
    public void notifyOne() {
        WakeList woken = new WakeList();
        synchronized (line) {
            choose(line.first(), false, woken);
        }
        woken.wakeAll();
    }

    /** As {@link #notifyOne()}, for the task that came last. tokio's {@code notify_last}. */
    public void notifyLast() {
        WakeList woken = new WakeList();
        synchronized (line) {
            choose(line.last(), true, woken);
        }
        woken.wakeAll();
    }

    /** Notifies all {@link #notified()} futures that were created before this call, and no later ones. */
    public void notifyWaiters() {
        WakeList woken = new WakeList();
        synchronized (line) {
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
            this.notify = notify;
            this.broadcastsBefore = notify.broadcasts;
        }

        @Override
        Waiters<?> line() {
            return notify.line;
        }

        @Override
        String name() {
            return "Notify.notified";
        }

        /**
         * Joins the line now, without being polled.
         *
         * @return whether it has already been notified; its next poll is then ready
         * @throws IllegalStateException if it has completed or was dropped
         */
        public boolean enable() {
            checkLive();
            synchronized (notify.line) {
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
                return true; // and leaves a stored notification to a task that needs it
            }
            if (!chosen && !inLine && notify.stored) {
                notify.stored = false;
                chosen = true;
            }
            return chosen;
        }

        @Override
        Poll<Void> complete(WakeList woken) {
            return Poll.ready(null);
        }

        @Override
        void abandon(WakeList woken) {
            if (chosen) {
                notify.choose(chosenAsLast ? notify.line.last() : notify.line.first(), chosenAsLast, woken);
            }
        }
    }
}
