package dev.asyncfn.executor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Threads for tasks that block: one more whenever all are busy, one less when one has been idle for long. */
final class BlockingThreads extends Scheduler {
    private final AtomicInteger made = new AtomicInteger();
    private final int most;
    private final long keepAliveNanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    // The fields below are guarded by the lock.
    private Task<?> head;
    private Task<?> tail;
    private int queued;
    /** How many wait for a task; one that was signalled counts until it runs, as does the task meant for it. */
    private int idle;

    private int threads;

    BlockingThreads(int most, long keepAliveNanos) {
        super(UncaughtTaskHandler.ofThread());
        this.most = most;
        this.keepAliveNanos = keepAliveNanos;
    }

    @Override
    void schedule(Task<?> task) {
        Throwable noThread;
        lock.lock();
        try {
            append(task);
            if (queued <= idle) {
                filled.signal();
                return;
            }
            if (threads == most) {
                return;
            }
            noThread = startThread();
            if (noThread == null || threads > 0) {
                return; // without a new thread, one of the others will run it
            }
            clear();
        } finally {
            lock.unlock();
        }
        task.reject(noThread);
    }

    private void append(Task<?> task) {
        if (tail == null) {
            head = task;
        } else {
            tail.nextQueued = task;
        }
        tail = task;
        queued++;
    }

    /** Without threads, the newest task is the only one. */
    private void clear() {
        head = null;
        tail = null;
        queued = 0;
    }

    /** Returns the reason why the thread could not start, such as a system limit, or null. */
    private Throwable startThread() {
        try {
            Thread thread = new Thread(this::work, "asyncfn-blocking-" + made.incrementAndGet());
            thread.setDaemon(true);
            thread.start();
            threads++;
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private void work() {
        boolean going = true;
        while (going) {
            going = runNext();
        }
    }

    /** By itself, as a thread that waits for work is not to keep the task before from being collected. */
    private boolean runNext() {
        Task<?> task = take();
        if (task == null) {
            return false;
        }
        Thread.interrupted(); // the interrupt was meant for an earlier task, not this one
        task.runOnce();
        return true;
    }

    /** The next task; null if there was none for so long that the thread is to end. */
    private Task<?> take() {
        lock.lock();
        try {
            long left = keepAliveNanos;
            while (head == null) {
                if (left <= 0) {
                    threads--;
                    return null;
                }
                left = awaitTask(left);
            }
            Task<?> task = head;
            head = task.nextQueued;
            if (head == null) {
                tail = null;
            }
            task.nextQueued = null;
            queued--;
            return task;
        } finally {
            lock.unlock();
        }
    }

    private long awaitTask(long nanos) {
        long start = System.nanoTime();
        idle++;
        try {
            return filled.awaitNanos(nanos);
        } catch (InterruptedException e) {
            return nanos - (System.nanoTime() - start); // someone meant a task that is over: waits on
        } finally {
            idle--;
        }
    }

    /** How many threads there are. */
    int threads() {
        lock.lock();
        try {
            return threads;
        } finally {
            lock.unlock();
        }
    }

    /** How many threads wait for a task. */
    int idle() {
        lock.lock();
        try {
            return idle;
        } finally {
            lock.unlock();
        }
    }
}
