package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks on several threads: daemon threads of its own, or those of any {@link Executor}. Rust's
 * {@code futures::executor::ThreadPool}, and tokio's multi-threaded {@code Runtime}. Thread-safe.
 *
 * <p>Tasks are run in the order in which they were spawned or woken; a task that is woken while it is polled goes to the end of the line,
 * so that however often it wakes itself, the others get their turn.
 *
 * <p>There are two ways to end it, both without waiting, so that a task may use them. {@link #shutdown()} lets the tasks go on until they
 * finish; {@link #shutdownNow()} has them dropped. {@link #awaitTermination} waits for that. {@link #close()} is the second with the
 * waiting. Spawning is a {@link java.util.concurrent.RejectedExecutionException} from then on. A task counts as finished once those who
 * await it have been woken, or, if it failed with nobody to await it, the {@link UncaughtTaskHandler} has returned.
 *
 * <p>An interrupt of one of the pool's own threads is there for the poll that is under way, if any; the next one does not see it.
 */
public final class ThreadPool implements Spawner, AutoCloseable {
    private final Scheduler scheduler;

    private ThreadPool(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A pool with as many threads as there are processors. */
    public static ThreadPool create() {
        return builder().build();
    }

    /**
     * A pool with this many threads.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static ThreadPool of(int threads) {
        return builder().threads(threads).build();
    }

    /**
     * A pool that runs its tasks on {@code executor}, as one short job for each time that a task is woken. The executor remains the
     * caller's, who closes it after this pool. It may have any number of threads; with a new virtual thread for each job, each poll has one.
     *
     * <p>The executor has to run each job or reject it. If it rejects one, or fails in another way to take it, the task ends as if
     * aborted, in the thread that woke it, with the rejection as the cause of the {@link JoinException}, of which the
     * {@link UncaughtTaskHandler} hears if nobody awaits the task. A task whose job is forgotten, as by
     * {@link java.util.concurrent.ThreadPoolExecutor.DiscardPolicy}, never ends, unless the executor is an
     * {@link java.util.concurrent.ExecutorService} that terminates: waiting for this pool ends such tasks.
     *
     * <p>An executor that runs jobs in the thread that submits them will do, but then a wake polls: not within another task's poll, but
     * perhaps under a lock of whoever wakes. {@link #close()} waits for the executor's threads, so it is not for these to call.
     */
    public static ThreadPool on(Executor executor) {
        return builder().build(executor);
    }

    /** Says more about a pool that is to be made. Rust's {@code ThreadPoolBuilder}. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.util.concurrent.RejectedExecutionException if the pool has been shut down or closed; the future is not touched then
     */
    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        return scheduler.spawn(future);
    }

    /** How many tasks have not finished. */
    public int size() {
        return scheduler.owned.size();
    }

    /** What each task that has not finished waits for. Called by any thread, at any time. */
    public TaskDump dump() {
        return scheduler.dump();
    }

    /** Takes no more tasks; those there are go on until they finish, and the pool's own threads end after the last. Waits for nothing. */
    public void shutdown() {
        scheduler.shutdown();
    }

    /**
     * Takes no more tasks, and has each that has not finished dropped by a thread of the pool, instead of being polled again; a poll that
     * is under way ends first, and if it is ready or throws that is the outcome all the same. Waits for nothing.
     */
    public void shutdownNow() {
        scheduler.shutdownNow();
    }

    /** Whether the pool takes no more tasks. */
    public boolean isShutdown() {
        return scheduler.owned.isClosed();
    }

    /** Whether the pool has been shut down, and has no task left, and no thread of its own. */
    public boolean isTerminated() {
        return scheduler.isTerminated();
    }

    /**
     * Waits until every task has finished, for as long as the timeout says; more tasks may be spawned meanwhile, unless the pool was
     * shut down.
     *
     * @param timeout if not positive, this only looks
     * @return whether every task has finished
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor
     */
    public boolean awaitTasks(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("ThreadPool.awaitTasks");
        return scheduler.await(false, nanos(timeout));
    }

    /**
     * Waits until the pool {@linkplain #isTerminated() has terminated}, for as long as the timeout says. It only does so after
     * {@link #shutdown()} or {@link #shutdownNow()}.
     *
     * @param timeout if not positive, this only looks
     * @return whether it has terminated
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor
     */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("ThreadPool.awaitTermination");
        return scheduler.await(true, nanos(timeout));
    }

    /**
     * {@linkplain #shutdownNow() Drops} every task that has not finished, and waits until that is done and the pool's own threads have
     * ended. To let the tasks finish, call {@link #shutdown()} and {@link #awaitTermination} before. May be called again.
     *
     * <p>An interrupt does not end the wait; the thread's interrupt status is set again on return.
     *
     * @throws IllegalStateException on a thread that runs an executor, where {@link #shutdownNow()} does; nothing has happened then
     */
    @Override
    public void close() {
        Enter.checkMayBlock("ThreadPool.close");
        scheduler.shutdownNow();
        boolean interrupted = Thread.interrupted();
        for (; ; ) {
            try {
                scheduler.await(true, Long.MAX_VALUE);
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
        return Math.max(0, TimeUnit.NANOSECONDS.convert(timeout)); // 292 years if it is more
    }

    /** Says how a pool is to be made; each method gives the builder back. Not thread-safe; it may be used again. */
    public static final class Builder {
        private static final AtomicInteger POOLS = new AtomicInteger();

        private int threads = Runtime.getRuntime().availableProcessors();
        private String prefix;
        private ThreadFactory factory;
        private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();

        private Builder() {}

        /**
         * How many threads there are. As many as processors, if this is not called.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder threads(int threads) {
            if (threads <= 0) {
                throw new IllegalArgumentException("a pool of " + threads + " threads never runs anything");
            }
            this.threads = threads;
            return this;
        }

        /** What the pool's own threads, which are daemons, are called, with a number after it; a {@link #threadFactory} knows better. */
        public Builder namePrefix(String prefix) {
            this.prefix = Objects.requireNonNull(prefix, "prefix");
            return this;
        }

        /** Makes the threads, which may be virtual, or no daemons, or of another priority. */
        public Builder threadFactory(ThreadFactory factory) {
            this.factory = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /** Told of the failures of tasks that nobody awaits; if this is not called, {@link UncaughtTaskHandler#ofThread()}. */
        public Builder uncaughtTaskHandler(UncaughtTaskHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * A pool with threads of its own, which are started.
         *
         * @throws NullPointerException if the thread factory gives null
         */
        public ThreadPool build() {
            Workers workers = new Workers(threads, factory == null ? daemons() : factory, handler);
            workers.start();
            return new ThreadPool(workers);
        }

        /** A pool as made by {@link ThreadPool#on}; what was said of threads is of no account. */
        public ThreadPool build(Executor executor) {
            return new ThreadPool(new LentThreads(Objects.requireNonNull(executor, "executor"), handler));
        }

        // As virtual threads: the program ends when its main thread does, which awaits what it needs.
        private ThreadFactory daemons() {
            String name = prefix == null ? "asyncfn-pool-" + POOLS.incrementAndGet() + "-worker-" : prefix;
            AtomicInteger count = new AtomicInteger();
            return work -> {
                Thread thread = new Thread(work, name + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            };
        }
    }
}
