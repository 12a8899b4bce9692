package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** Threads of our own, which take tasks from one queue. */
final class Workers extends Scheduler {
    private final Injector injector = new Injector();
    private final Thread[] threads;

    Workers(int count, ThreadFactory factory, UncaughtTaskHandler uncaught) {
        super(uncaught);
        threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = Objects.requireNonNull(factory.newThread(this::work), "the thread factory gave null");
        }
    }

    void start() {
        try {
            for (Thread thread : threads) {
                thread.start();
            }
        } catch (Throwable thrown) {
            terminated(); // those that did start
            throw thrown;
        }
    }

    @Override
    void schedule(Task<?> task) {
        injector.push(task);
    }

    private void work() {
        Enter entered = Enter.enter("a ThreadPool");
        try {
            boolean going = true;
            while (going) {
                going = runNext();
            }
        } finally {
            entered.close();
        }
    }

    /** By itself, as a thread that waits for work is not to keep the task before from being collected. */
    private boolean runNext() {
        Task<?> task = injector.take();
        if (task == null) {
            return false;
        }
        Thread.interrupted(); // whoever interrupted meant an earlier task, not this one
        task.runOnce();
        return true;
    }

    /** Lets the threads end. */
    @Override
    void terminated() {
        injector.close();
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

    /** Waits for the threads to end, for so long at most. */
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
