package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Runs tasks on several threads: daemon threads of its own, or those of any {@link Executor}. Rust's
 * {@code futures::executor::ThreadPool}. Thread-safe.
 *
 * <p>Tasks are run in the order in which they were spawned or woken; a task that is woken while it is polled goes to the end of the line.
 */
public final class ThreadPool implements Spawner, AutoCloseable {
    private final Scheduler scheduler;

    private ThreadPool(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A pool with as many threads as there are processors. */
    public static ThreadPool create() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /**
     * A pool with this many threads.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static ThreadPool of(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("a pool of " + threads + " threads never runs anything");
        }
        Workers workers = new Workers(threads);
        workers.start();
        return new ThreadPool(workers);
    }

    /**
     * A pool that runs its tasks on {@code executor}, as one short job for each time that a task is woken. The executor remains the
     * caller's, who closes it after this pool. It should not run jobs in the thread that submits them, since then a wake polls.
     *
     * <p>If the executor rejects a job, the task ends as if aborted, in the thread that woke it, with the rejection as the cause of the
     * {@link JoinException}.
     */
    public static ThreadPool on(Executor executor) {
        return new ThreadPool(new LentThreads(Objects.requireNonNull(executor, "executor")));
    }

    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        return scheduler.spawn(future);
    }

    /** How many tasks have not finished. */
    public int size() {
        return scheduler.owned.size();
    }

    /** Takes no more tasks; those there are go on. */
    public void shutdown() {
        scheduler.owned.close();
    }

    /**
     * Waits until every task has finished, for as long as the timeout says; more tasks may be spawned meanwhile, unless the pool was
     * {@linkplain #shutdown() shut down}.
     *
     * @return whether every task has finished
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor
     */
    public boolean awaitTasks(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("ThreadPool.awaitTasks");
        return scheduler.owned.awaitEmpty(nanos(timeout));
    }

    /**
     * Takes no more tasks, lets the polls that are under way come to their end, drops every task that has not finished then, ends the
     * threads that are its own, and waits for all that. To let the tasks finish, {@linkplain #awaitTasks wait} for them before. May be
     * called again.
     *
     * <p>An interrupt does not end the wait; the thread's interrupt status is set again on return.
     *
     * @throws IllegalStateException on a thread that runs an executor
     */
    @Override
    public void close() {
        Enter.checkMayBlock("ThreadPool.close");
        scheduler.owned.close();
        scheduler.owned.abortAll();
        if (scheduler instanceof LentThreads lent && lent.isGone()) {
            scheduler.owned.snapshot().forEach(task -> task.reject(null)); // jobs that nobody will run
        }
        boolean interrupted = Thread.interrupted();
        for (; ; ) {
            try {
                scheduler.owned.awaitEmpty(Long.MAX_VALUE);
                if (scheduler instanceof Workers workers) {
                    workers.stop();
                    workers.join();
                }
                break;
            } catch (InterruptedException e) {
                interrupted = true; // and wait on
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE; // 292 years will do
        }
    }
}
