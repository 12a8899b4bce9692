package dev.asyncfn.sync;

import java.util.Arrays;

/**
 * The shared part of the halves of a {@link Broadcast}: a ring of the newest values, and how many receivers have not seen each yet. Positions count
 * all values ever sent. Guarded by itself; the methods are called under its lock.
 */
final class BroadcastState<T> extends FanOutState {
    private static final int LEAST = 16;

    private final int capacity;
    /** As large as the number of values that were sent, up to the capacity: until then, the place of a value is its position. */
    private Object[] ring;

    private int[] unseenBy;
    /** Where the next value goes. */
    private long tail;

    BroadcastState(int capacity) {
        this.capacity = capacity;
        ring = new Object[Math.min(capacity, LEAST)];
        unseenBy = new int[ring.length];
    }

    long tail() {
        return tail;
    }

    /** The oldest position that has not been overwritten. */
    long oldest() {
        return Math.max(0, tail - capacity);
    }

    void push(T value, WakeList woken) {
        if (tail == ring.length && ring.length < capacity) {
            grow();
        }
        int place = place(tail);
        ring[place] = value;
        unseenBy[place] = receiverCount();
        tail++;
        receivers.wakeAll(woken);
    }

    /** Changes nothing if there is no memory. */
    private void grow() {
        int length = (int) Math.min(2L * ring.length, capacity);
        Object[] larger = Arrays.copyOf(ring, length);
        unseenBy = Arrays.copyOf(unseenBy, length);
        ring = larger;
    }

    /** The value at a position that has not been overwritten, for a receiver that has not seen it. */
    @SuppressWarnings("unchecked") // push puts nothing else there
    T at(long position) {
        return (T) ring[place(position)];
    }

    /** A receiver has seen it. */
    void see(long position) {
        int place = place(position);
        unseenBy[place]--;
        if (unseenBy[place] == 0) {
            ring[place] = null; // no longer needed by any receiver
        }
    }

    private int place(long position) {
        return (int) (position % ring.length);
    }

    /** @param next the position of the first value that the receiver has not seen */
    void removeReceiver(long next, WakeList woken) {
        for (long position = Math.max(next, oldest()); position < tail; position++) {
            see(position);
        }
        removeReceiver(woken);
    }
}
