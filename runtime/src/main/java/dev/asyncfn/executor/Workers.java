package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a {@link ThreadPool} that has its own: all take tasks from one queue, and they end once the pool was shut down and its
 * last task has finished.
 */
final class Workers extends Scheduler {
    private final Injector injector = new Injector();
    private final Thread[] threads;

    /**
     * Makes the threads, and starts none.
     *
     * @throws NullPointerException if the factory returns null
     */
    Workers(int count, ThreadFactory factory, UncaughtTaskHandler uncaught) {
        super(uncaught);
        threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = Objects.requireNonNull(factory.newThread(this::work), "the thread factory returned null");
        }
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

    /**
     * Waits for a task and runs it. A method of its own, as a variable of the loop would keep a finished task from being collected while
     * the thread waits for the next.
     *
     * @return false if no more tasks will come
     */
    private boolean runNext() {
        Task<?> task = injector.take();
        if (task == null) {
            return false;
        }
        Thread.interrupted(); // the interrupt was meant for an earlier task, not this one
        task.runOnce();
        return true;
    }

    /** Lets the threads end, once the queue is empty. */
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
