package dev.asyncfn.time;

import java.util.Arrays;

/**
 * The pending sleeps of a clock, by deadline and then in the order in which they came. A heap whose nodes know their places,
 * so that any can be removed. Four children a node, and the deadlines in an array of their own: a million sleeps do not fit into any
 * cache, and are not looked at. The clock's lock guards it.
 */
final class TimerHeap {
    private static final int LEAST_CAPACITY = 16;
    private static final int CHILDREN = 4;

    private Sleep[] sleeps = new Sleep[LEAST_CAPACITY];
    private long[] deadlines = new long[LEAST_CAPACITY];
    private int size;
    private long added;

    int size() {
        return size;
    }

    int capacity() {
        return sleeps.length;
    }

    /** The next to be woken, or null. */
    Sleep first() {
        return sleeps[0];
    }

    /** Adds a sleep; false if it is there already. */
    boolean add(Sleep sleep) {
        if (sleep.place != Sleep.UNQUEUED) {
            return false;
        }
        if (size == sleeps.length) {
            resize(size * 2);
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
        Sleep last = sleeps[--size];
        sleeps[size] = null;
        if (last != sleep) {
            siftDown(place, last);
            if (last.place == place) {
                siftUp(place, last);
            }
        }
        if (size < sleeps.length / 4 && sleeps.length > LEAST_CAPACITY) {
            shrink(); // a million sleepers do not come every day
        }
        return true;
    }

    private void shrink() {
        try {
            resize(sleeps.length / 2);
        } catch (OutOfMemoryError e) {
            return; // the next removal tries again
        }
    }

    /** Changes nothing if there is no memory. */
    private void resize(int capacity) {
        Sleep[] newSleeps = Arrays.copyOf(sleeps, capacity);
        deadlines = Arrays.copyOf(deadlines, capacity);
        sleeps = newSleeps;
    }

    private void siftUp(int from, Sleep sleep) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!isBefore(sleep, sleep.deadline, sleeps[parent], deadlines[parent])) {
                break;
            }
            put(place, sleeps[parent], deadlines[parent]);
            place = parent;
        }
        put(place, sleep, sleep.deadline);
    }

    private void siftDown(int from, Sleep sleep) {
        int place = from;
        for (; ; ) {
            int child = firstChild(place);
            if (child >= size || !isBefore(sleeps[child], deadlines[child], sleep, sleep.deadline)) {
                break;
            }
            put(place, sleeps[child], deadlines[child]);
            place = child;
        }
        put(place, sleep, sleep.deadline);
    }

    /** Which of its children comes before the others; beyond the end if there is none. */
    private int firstChild(int place) {
        int first = CHILDREN * place + 1;
        int end = Math.min(first + CHILDREN, size);
        for (int child = first + 1; child < end; child++) {
            if (isBefore(sleeps[child], deadlines[child], sleeps[first], deadlines[first])) {
                first = child;
            }
        }
        return first;
    }

    private void put(int place, Sleep sleep, long deadline) {
        sleeps[place] = sleep;
        deadlines[place] = deadline;
        sleep.place = place;
    }

    /** By differences, which are right across an overflow of the clock. */
    private static boolean isBefore(Sleep a, long deadlineOfA, Sleep b, long deadlineOfB) {
        long difference = deadlineOfA - deadlineOfB;
        return difference < 0 || difference == 0 && a.order - b.order < 0;
    }
}
