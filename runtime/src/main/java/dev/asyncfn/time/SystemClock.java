package dev.asyncfn.time;

import dev.asyncfn.failure.Uncaught;
import java.util.concurrent.locks.Condition;

/** The clock of {@link System#nanoTime()}, and the thread that waits for the next sleep to be over. */
final class SystemClock extends Clock implements Runnable {
    /** The one there is; its thread starts with the first use. */
    static final SystemClock INSTANCE = start();

    private final Condition firstChanged = lock.newCondition();

    /** A clock without its thread. */
    SystemClock() {}

    private static SystemClock start() {
        SystemClock clock = new SystemClock();
        Thread thread = new Thread(null, clock, "asyncfn-timer", 0, false);
        thread.setDaemon(true);
        // It outlives whatever happened to use it first.
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.start();
        return clock;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    void firstChanged() {
        firstChanged.signal();
    }

    @Override
    public void run() {
        for (; ; ) {
            turn();
        }
    }

    /** Waits for a sleep to be over, and wakes it. */
    void turn() {
        try {
            wake(next());
        } catch (InterruptedException e) {
            return; // not a request to end: all sleeps depend on this thread
        }
    }

    /** Waits for the first to be over, and takes it out. */
    Sleep next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (; ; ) {
                Sleep first = timers.first();
                if (first == null) {
                    firstChanged.await();
                    continue;
                }
                long left = first.deadline - System.nanoTime();
                if (left <= 0) {
                    timers.remove(first);
                    return first;
                }
                firstChanged.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes without the lock, and survives a waker written by hand that throws. */
    private static void wake(Sleep sleep) {
        try {
            sleep.wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    @Override
    public String toString() {
        return "Clock.system()";
    }
}
