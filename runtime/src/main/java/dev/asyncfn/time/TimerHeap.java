package dev.asyncfn.time;

import java.util.Arrays;

/**
 * The sleeps of a clock that are to be woken, by deadline and then in the order in which they came. A binary heap whose nodes know their
 * places, so that any can be removed. The clock's lock guards it.
 */
final class TimerHeap {
    private static final int LEAST_CAPACITY = 16;

    private Sleep[] heap = new Sleep[LEAST_CAPACITY];
    private int size;
    private long added;

    int size() {
        return size;
    }

    int capacity() {
        return heap.length;
    }

    /** The next to be woken, or null. */
    Sleep first() {
        return heap[0];
    }

    /** Adds a sleep; false if it is there already. */
    boolean add(Sleep sleep) {
        if (sleep.place != Sleep.UNQUEUED) {
            return false;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        sleep.order = added++;
        siftUp(size++, sleep);
        sleep.queued = true;
        return true;
    }

    /** Removes a sleep; false if it is not there. */
    boolean remove(Sleep sleep) {
        int place = sleep.place;
        if (place == Sleep.UNQUEUED) {
            return false;
        }
        sleep.place = Sleep.UNQUEUED;
        sleep.queued = false;
        Sleep last = heap[--size];
        heap[size] = null;
        if (last != sleep) {
            siftDown(place, last);
            if (last.place == place) {
                siftUp(place, last);
            }
        }
        if (size < heap.length / 4 && heap.length > LEAST_CAPACITY) {
            heap = Arrays.copyOf(heap, heap.length / 2); // a million sleepers do not come every day
        }
        return true;
    }

    private void siftUp(int from, Sleep sleep) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!isBefore(sleep, heap[parent])) {
                break;
            }
            put(place, heap[parent]);
            place = parent;
        }
        put(place, sleep);
    }

    private void siftDown(int from, Sleep sleep) {
        int place = from;
        for (; ; ) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], sleep)) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, sleep);
    }

    private void put(int place, Sleep sleep) {
        heap[place] = sleep;
        sleep.place = place;
    }

    /** By differences, which are right across an overflow of the clock. */
    private static boolean isBefore(Sleep a, Sleep b) {
        long difference = a.deadline - b.deadline;
        return difference < 0 || difference == 0 && a.order - b.order < 0;
    }
}
