package dev.asyncfn.time;

import java.util.Arrays;

/** The thread that waits for the next {@link Sleep} to be over. A binary heap, whose nodes know their places, so that any can be removed. */
final class Timer implements Runnable {
    private Sleep[] heap = new Sleep[16];
    private int size;

    /** A timer without its thread. */
    Timer() {}

    /** Holds the one timer; its thread starts with the first use. */
    private static final class Shared {
        static final Timer TIMER = start();

        private static Timer start() {
            Timer timer = new Timer();
            Thread thread = new Thread(timer, "asyncfn-timer");
            thread.setDaemon(true);
            thread.start();
            return timer;
        }
    }

    static Timer shared() {
        return Shared.TIMER;
    }

    synchronized void add(Sleep sleep) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, sleep);
        if (sleep.place == 0) {
            notifyAll(); // the thread waits for a later one
        }
    }

    synchronized void remove(Sleep sleep) {
        int place = sleep.place;
        if (place == Sleep.UNQUEUED) {
            return; // it fired first
        }
        sleep.place = Sleep.UNQUEUED;
        Sleep last = heap[--size];
        heap[size] = null;
        if (last != sleep) {
            siftDown(place, last);
            if (last.place == place) {
                siftUp(place, last);
            }
        }
    }

    @Override
    public void run() {
        for (; ; ) {
            try {
                fire(next());
            } catch (InterruptedException e) {
                continue; // by nobody who knows better: all sleeps depend on this thread
            }
        }
    }

    /** Wakes outside of the lock, and survives a waker made by hand that throws. */
    private static void fire(Sleep sleep) {
        try {
            sleep.fire();
        } catch (Throwable thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }

    /** Waits for the first to be over, and takes it out. */
    synchronized Sleep next() throws InterruptedException {
        for (; ; ) {
            if (size == 0) {
                wait();
                continue;
            }
            Sleep first = heap[0];
            long left = first.deadline - System.nanoTime();
            if (left <= 0) {
                remove(first);
                return first;
            }
            // Rounded up: woken early, it would spin.
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
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

    private static boolean isBefore(Sleep a, Sleep b) {
        return a.deadline - b.deadline < 0;
    }
}
