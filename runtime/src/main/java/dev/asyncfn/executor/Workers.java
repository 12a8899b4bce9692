package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of our own, which take tasks from one queue. */
final class Workers extends Scheduler {
    private static final AtomicInteger POOLS = new AtomicInteger();

    private final Injector injector = new Injector();
    private final Thread[] threads;

    Workers(int count) {
        threads = new Thread[count];
        String prefix = "asyncfn-pool-" + POOLS.incrementAndGet() + "-worker-";
        for (int i = 0; i < count; i++) {
            threads[i] = new Thread(this::work, prefix + (i + 1));
            // As virtual threads: the program ends when its main thread does, which awaits what it needs.
            threads[i].setDaemon(true);
        }
    }

    void start() {
        for (Thread thread : threads) {
            thread.start();
        }
    }

    @Override
    void schedule(Task<?> task) {
        injector.push(task);
    }

    private void work() {
        Enter entered = Enter.enter("a ThreadPool");
        try {
            for (Task<?> task = injector.take(); task != null; task = injector.take()) {
                task.runOnce();
                Thread.interrupted(); // whoever interrupted meant the task, not the next one
            }
        } finally {
            entered.close();
        }
    }

    /** Lets the threads end. No task is left. */
    void stop() {
        injector.close();
    }

    /** Waits for the threads to end. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
