package dev.asyncfn.time;

import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.thread.BackgroundThread;
import java.util.concurrent.locks.LockSupport;

/**
 * The clock of {@link System#nanoTime()}, and the thread that waits for the next sleep to be over.
 *
 * <p>The thread is there while there are sleeps, and for some time longer: a sleep that is added starts one if there is none, and a thread ends
 * only if there is no sleep. Both decisions are made under the lock, so no sleep is left without a thread. Nothing here needs memory but the
 * start of the thread, which fails the poll of the sleep if there is none.
 */
final class SystemClock extends Clock implements Runnable {
    /** The one there is. */
    static final SystemClock INSTANCE = new SystemClock(1_000_000_000);

    private final long keepAliveNanos;
    /** Null if there is none; guarded by the lock. */
    private Thread thread;
    /** Since when there has been no sleep, as the thread knows. */
    private long idleSince;

    private boolean idle;

    /**
     * A clock without sleeps.
     *
     * @param keepAliveNanos how long its thread waits for another sleep after the last, and how often it looks whether there is any; not 0
     */
    SystemClock(long keepAliveNanos) {
        this.keepAliveNanos = keepAliveNanos;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    void firstChanged() {
        if (thread != null) {
            LockSupport.unpark(thread);
            return;
        }
        Thread started = BackgroundThread.of("asyncfn-timer", this);
        thread = started;
        try {
            started.start();
        } catch (Throwable noThread) {
            thread = null;
            throw noThread;
        }
    }

    /** Not ended by anything that is thrown. */
    @Override
    public void run() {
        idle = false;
        boolean going = true;
        while (going) {
            try {
                going = turn();
            } catch (Throwable unexpected) {
                Uncaught.report(unexpected);
            }
        }
    }

    /**
     * Wakes the sleep that is over, if any; else waits until the first one is, or until the sleeps have changed.
     *
     * @return false if the thread is to end
     */
    private boolean turn() {
        Sleep over = null;
        long left = 0;
        synchronized (timers) {
            Sleep first = timers.first();
            long now = System.nanoTime();
            left = first == null ? idleTimeLeft(now) : first.deadline - now;
            if (left <= 0 && first == null) {
                thread = null;
                return false;
            }
            if (left <= 0) {
                timers.remove(first);
                over = first;
            }
            idle = first == null;
        }
        if (over == null) {
            // Returns at once if the first has changed since. Not for long: nothing wakes it when the last sleep is
            // dropped, for an hour perhaps.
            LockSupport.parkNanos(this, Math.min(left, keepAliveNanos));
            Thread.interrupted(); // not a request to end: all sleeps depend on this thread
        } else {
            wake(over);
        }
        return true;
    }

    private long idleTimeLeft(long now) {
        if (!idle) {
            idleSince = now;
        }
        return keepAliveNanos - (now - idleSince);
    }

    /** Wakes without the lock, and survives a waker written by hand that throws. */
    private static void wake(Sleep sleep) {
        try {
            sleep.wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    /** Its thread, or null if it has none now. */
    Thread thread() {
        synchronized (timers) {
            return thread;
        }
    }

    @Override
    public String toString() {
        return "Clock.system()";
    }
}
