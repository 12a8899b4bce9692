package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.thread.BackgroundThread;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for tasks that block: one more whenever all are busy, one less when one has been idle for long.
 *
 * <p>They serve whatever uses them, so they inherit nothing of their first user, and hand on what they can find: the context class loader is set
 * back after each task, and a thread that a task left {@linkplain Enter marked} is replaced.
 */
final class BlockingThreads extends Scheduler {
    static {
        BlockingThreads rehearsed = new BlockingThreads(0, 0, daemons(""), Rehearsal.DEAF);
        Rehearsal.on(new Rehearsal.Stage() {
            @Override
            public <T> Task<T> spawn(Future<T> future) {
                return rehearsed.spawn(future);
            }

            @Override
            public void run() {
                rehearsed.threads = 1; // this one, so that the class starts none while it is initialized
                Task<?> task = rehearsed.take();
                if (task != null) {
                    task.runOnce(rehearsed.meter);
                }
                rehearsed.threads = 0;
            }
        });
    }

    /** Those that the current thread belongs to, or null. */
    private static final ThreadLocal<BlockingThreads> OF_THREAD = new ThreadLocal<>();

    private final int most;
    private final long keepAliveNanos;
    private final ThreadFactory factory;
    private final Meter meter = new Meter.Shared();

    // The fields below are guarded by this, whose monitor needs no memory, unlike a lock of the JDK.
    private final TaskList tasks = new TaskList();
    private int queued;
    /** How many wait for a task; one that was signalled counts until it runs, as does the task meant for it. */
    private int idle;

    private int threads;
    /** No task will come any more, so no thread waits for one. */
    private boolean terminated;

    private long busyNanos;

    BlockingThreads(int most, long keepAliveNanos) {
        this(most, keepAliveNanos, daemons("asyncfn-blocking-"), UncaughtTaskHandler.ofThread());
    }

    BlockingThreads(int most, long keepAliveNanos, ThreadFactory factory, UncaughtTaskHandler uncaught) {
        super(uncaught);
        this.most = most;
        this.keepAliveNanos = keepAliveNanos;
        this.factory = factory;
    }

    /** Threads that inherit nothing, with a number after the prefix. */
    static ThreadFactory daemons(String prefix) {
        AtomicInteger made = new AtomicInteger();
        return work -> BackgroundThread.of(prefix + made.incrementAndGet(), work);
    }

    @Override
    void schedule(Task<?> task) {
        Throwable noThread;
        synchronized (this) {
            append(task);
            if (queued <= idle) {
                notify();
                return;
            }
            if (threads >= most) {
                return;
            }
            noThread = startThread();
            if (noThread == null || threads > 0) {
                return; // without a new thread, one of the others will run it
            }
            clear();
        }
        task.reject(noThread);
    }

    private void append(Task<?> task) {
        tasks.append(task);
        queued++;
    }

    /** Without threads, the newest task is the only one. */
    private void clear() {
        tasks.poll();
        queued = 0;
    }

    /** Returns the reason why the thread could not start, such as a system limit, or null. */
    private Throwable startThread() {
        try {
            Admission admission = new Admission();
            Objects.requireNonNull(factory.newThread(() -> work(admission)), "the thread factory returned null")
                    .start();
            threads++;
            admission.given = true;
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /** Whether a thread counts: not if the factory has started it by itself, for which its start fails here. */
    private static final class Admission {
        /** Guarded by the pool, also until the start is over. Taken by the first thread that comes with it. */
        boolean given;
    }

    private synchronized boolean take(Admission admission) {
        boolean given = admission.given;
        admission.given = false;
        return given;
    }

    private void work(Admission admission) {
        if (take(admission)) {
            work();
        }
    }

    /** What is thrown outside a task, such as an OutOfMemoryError, is reported, and ends no thread. */
    private void work() {
        OF_THREAD.set(this);
        Throwable unexpected = null;
        boolean going = true;
        while (going) {
            try {
                going = runNext();
            } catch (Throwable thrown) {
                unexpected = thrown;
            }
            if (unexpected != null) {
                tryToReport(unexpected);
                unexpected = null;
            }
        }
    }

    /** By itself, as a thread that waits for work is not to keep the task before from being collected. */
    private boolean runNext() {
        Task<?> task = take();
        if (task == null) {
            return false;
        }
        Thread thread = Thread.currentThread();
        Thread.interrupted(); // the interrupt was meant for an earlier task, not this one
        ClassLoader loader = thread.getContextClassLoader();
        long start = System.nanoTime();
        task.runOnce(meter);
        count(System.nanoTime() - start);
        thread.setContextClassLoader(loader);
        return isUnmarked() || !replaceThis();
    }

    private synchronized void count(long nanos) {
        busyNanos += nanos;
    }

    /** Lets the idle threads end. */
    @Override
    synchronized void terminated() {
        terminated = true;
        notifyAll();
    }

    @Override
    synchronized ExecutorMetrics metrics() {
        return metrics(threads, queued, meter.polls(), busyNanos);
    }

    /** Whether the task has left the thread as it was: one that seems to run an executor may not block any more. */
    private static boolean isUnmarked() {
        try {
            Enter.checkMayBlock("a task of Blocking.spawnBlocking");
            return true;
        } catch (IllegalStateException marked) {
            Uncaught.report(
                    new IllegalStateException("a task of Blocking.spawnBlocking left its thread marked", marked));
            return false;
        }
    }

    /** Returns whether this thread is to end: not if waiting tasks need a thread, and no other can be started. */
    private synchronized boolean replaceThis() {
        threads--;
        if (queued > idle && startThread() != null) {
            threads++;
            return false;
        }
        return true;
    }

    /** The next task; null if there was none for so long that the thread is to end. */
    private synchronized Task<?> take() {
        long left = keepAliveNanos;
        while (tasks.isEmpty()) {
            if (left <= 0 || terminated) {
                threads--;
                return null;
            }
            left = awaitTask(left);
        }
        queued--;
        return tasks.poll();
    }

    private long awaitTask(long nanos) {
        long start = System.nanoTime();
        idle++;
        try {
            wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.interrupted(); // someone meant a task that is over: waits on
        } finally {
            idle--;
        }
        return nanos - (System.nanoTime() - start);
    }

    /** Fails on one of these threads, which would wait for itself. */
    void checkIsOther(String method) {
        if (OF_THREAD.get() == this) {
            throw new IllegalStateException(method + " was called by code of the pool itself, whose end it waits for");
        }
    }

    /** How many threads there are. */
    synchronized int threads() {
        return threads;
    }

    /** How many threads wait for a task. */
    synchronized int idle() {
        return idle;
    }
}
