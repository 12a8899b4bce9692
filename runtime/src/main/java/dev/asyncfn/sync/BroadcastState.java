package dev.asyncfn.sync;

/**
 * The shared part of the halves of a {@link Broadcast}: a ring of the newest values, and how many receivers have not seen each yet. Positions count
 * all values ever sent. Guarded by itself; the methods are called under its lock.
 */
final class BroadcastState<T> {
    final Waiters<Waiter<?>> receivers = new Waiters<>(this);
    final Waiters<AwaitClosed> awaitingClose = new Waiters<>(this);
    private final Object[] ring;
    private final int[] unseenBy;
    /** Where the next value goes. */
    private long tail;

    private int senderCount = 1;
    private int receiverCount;

    BroadcastState(int capacity) {
        ring = new Object[capacity];
        unseenBy = new int[capacity];
    }

    int receiverCount() {
        return receiverCount;
    }

    boolean isSenderGone() {
        return senderCount == 0;
    }

    long tail() {
        return tail;
    }

    /** The oldest position that has not been overwritten. */
    long oldest() {
        return Math.max(0, tail - ring.length);
    }

    void push(T value, WakeList woken) {
        int place = place(tail);
        ring[place] = value;
        unseenBy[place] = receiverCount;
        tail++;
        receivers.wakeAll(woken);
    }

    /** The value at a position that has not been overwritten. */
    @SuppressWarnings("unchecked") // push puts nothing else there
    T see(long position) {
        int place = place(position);
        T value = (T) ring[place];
        unseenBy[place]--;
        if (unseenBy[place] == 0) {
            ring[place] = null; // no longer needed by any receiver
        }
        return value;
    }

    private int place(long position) {
        return (int) (position % ring.length);
    }

    void addSender() {
        senderCount++;
    }

    void removeSender(WakeList woken) {
        senderCount--;
        if (senderCount == 0) {
            receivers.wakeAll(woken);
        }
    }

    /** Adds a receiver, for values that are sent from now on. */
    void addReceiver() {
        receiverCount++;
    }

    void removeReceiver(long next, WakeList woken) {
        for (long position = Math.max(next, oldest()); position < tail; position++) {
            see(position);
        }
        receiverCount--;
        if (receiverCount == 0) {
            awaitingClose.wakeAll(woken);
        }
        receivers.wakeAll(woken); // one of them may have been waiting with this receiver
    }
}
