package dev.asyncfn.executor;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a {@link ThreadPool} that has its own. Each has a queue, there is one for all, and they end once the pool was shut down and its
 * last task has finished. Tokio's multi-threaded scheduler, without the slot for the task that was woken last, which would overtake others.
 */
final class Workers extends Scheduler {
    static {
        WorkersRehearsal.rehearse();
    }

    final Injector injector = new Injector();
    final IdleWorkers idle;
    private final Worker[] workers;
    private final Thread[] threads;

    /** The workers, each at the hash of its thread or the next free place; more than half of the places are free. */
    private final Worker[] byThread;

    private volatile boolean closed;

    private final long madeAt = System.nanoTime();

    /**
     * Makes the threads, and starts none.
     *
     * @throws NullPointerException if the factory returns null
     */
    Workers(int count, ThreadFactory factory, UncaughtTaskHandler uncaught) {
        super(uncaught);
        idle = new IdleWorkers(count);
        workers = new Worker[count];
        threads = new Thread[count];
        byThread = new Worker[4 * Integer.highestOneBit(count)];
        for (int i = 0; i < count; i++) {
            Worker worker = new Worker(this, i);
            workers[i] = worker;
            threads[i] =
                    Objects.requireNonNull(factory.newThread(() -> worker.work()), "the thread factory returned null");
            int place = place(threads[i]);
            while (byThread[place] != null) {
                place = place + 1 & byThread.length - 1;
            }
            byThread[place] = worker;
        }
    }

    private int place(Thread thread) {
        return System.identityHashCode(thread) & byThread.length - 1;
    }

    /** The worker that the current thread runs, or null. Not by a thread local, whose first look on each other thread needs memory. */
    private Worker current() {
        int place = place(Thread.currentThread());
        for (Worker worker = byThread[place]; worker != null; worker = byThread[place]) {
            if (worker.isMine()) {
                return worker;
            }
            place = place + 1 & byThread.length - 1;
        }
        return null;
    }

    int threads() {
        return workers.length;
    }

    Worker worker(int number) {
        return workers[number];
    }

    /** Starts the threads. If one cannot be started, this rethrows the exception, and the started ones end. */
    void start() {
        try {
            for (Thread thread : threads) {
                thread.start();
            }
        } catch (Throwable thrown) {
            terminated(); // or those that did start would wait forever
            throw thrown;
        }
    }

    @Override
    void schedule(Task<?> task) {
        Worker worker = current();
        if (worker == null) {
            injector.push(task);
            idle.call();
        } else {
            worker.schedule(task);
        }
    }

    /** Whether a task is in a queue. */
    boolean hasWork() {
        if (!injector.isEmpty()) {
            return true;
        }
        for (Worker worker : workers) {
            if (!worker.queue.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int queued() {
        int queued = injector.size();
        for (Worker worker : workers) {
            queued += worker.queue.size();
        }
        return queued;
    }

    @Override
    ExecutorMetrics metrics() {
        int alive = 0;
        long polls = 0;
        long busy = 0;
        long now = System.nanoTime();
        for (int i = 0; i < threads.length; i++) {
            Meter meter = workers[i].meter;
            polls += meter.polls();
            if (threads[i].isAlive()) {
                alive++;
                busy += now - madeAt - meter.waited(now);
            }
        }
        return metrics(alive, queued(), polls, busy);
    }

    /** Lets the threads end, once the queues are empty. */
    @Override
    void terminated() {
        closed = true;
        idle.callAll();
    }

    /** Whether no more tasks will come. */
    boolean isClosed() {
        return closed;
    }

    @Override
    boolean isTerminated() {
        return super.isTerminated() && Arrays.stream(threads).noneMatch(Thread::isAlive);
    }

    @Override
    boolean await(boolean terminated, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        return super.await(terminated, nanos) && (!terminated || join(nanos - (System.nanoTime() - start)));
    }

    /** Waits for the threads to end, at most for {@code nanos}, and returns whether they have. */
    private boolean join(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                long left = nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                thread.join(left / 1_000_000, (int) (left % 1_000_000));
            }
        }
        return true;
    }
}
