package dev.asyncfn.sync;

/**
 * The shared part of the halves of a channel in which each value is for all receivers: how many halves are open, and what waits for the other side.
 * Guarded by itself; the methods are called under its lock.
 */
abstract class FanOutState {
    final Waiters<Waiter<?>> receivers = new Waiters<>(this);
    final Waiters<AwaitClosed> awaitingClose = new Waiters<>(this);

    private int senderCount = 1;
    private int receiverCount;

    final int receiverCount() {
        return receiverCount;
    }

    final boolean isSenderGone() {
        return senderCount == 0;
    }

    final void addSender() {
        senderCount++;
    }

    final void removeSender(WakeList woken) {
        senderCount--;
        if (senderCount == 0) {
            receivers.wakeAll(woken);
        }
    }

    /** Adds a receiver, for values that are sent from now on. */
    final void addReceiver() {
        receiverCount++;
    }

    final void removeReceiver(WakeList woken) {
        receiverCount--;
        if (receiverCount == 0) {
            awaitingClose.wakeAll(woken);
        }
        receivers.wakeAll(woken); // one of them may have been waiting with this receiver
    }
}
