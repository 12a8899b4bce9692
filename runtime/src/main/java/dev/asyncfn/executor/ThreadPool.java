package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.thread.BackgroundThread;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs tasks on several threads: its own daemon threads, or those of any {@link Executor}. Rust's
 * {@code futures::executor::ThreadPool}, and tokio's multi-threaded {@code Runtime}. Thread-safe.
 *
 * <p>One thread runs its tasks in the order in which they were spawned or woken; a task that is woken while it is polled goes to the end of
 * the line, so that the others get their turn however often it wakes itself.
 *
 * <p>Several threads of the pool's own have a line each, as one line for all would have them wait for each other. What a task spawns or wakes
 * goes to the end of its thread's line; what other code spawns or wakes waits for the next thread that has nothing to do, or that queues
 * something itself, before which it comes. A thread without tasks takes half of another's. So two tasks may be run in either order, but every
 * task gets its turn: none waits for ever behind tasks that wake themselves, or behind a poll that takes long while another thread goes on.
 *
 * <p>There are two ways to end it, neither of which waits, so that a task may use them: {@link #shutdown()} lets the tasks finish;
 * {@link #shutdownNow()} has them dropped. {@link #awaitTermination} waits for the end, and {@link #close()} is {@link #shutdownNow()} with
 * the waiting; {@link #close(Duration)} lets cleanup that awaits run to its end before. From then on, spawning throws {@link java.util.concurrent.RejectedExecutionException}. A task counts as finished once the
 * task that awaits it has been woken or, if it failed and is not awaited, the {@link UncaughtTaskHandler} has returned.
 *
 * <p>An interrupt of one of the pool's own threads is visible to the poll that is running, if any, and not to the next one.
 */
public final class ThreadPool implements Spawner, AutoCloseable {
    private final Scheduler scheduler;

    private ThreadPool(Scheduler scheduler) {
        this.scheduler = scheduler;
        RunningExecutors.add(scheduler);
    }

    /**
     * A pool with as many threads as there are processors.
     *
     * @return a running pool, which the caller has to close or shut down
     */
    public static ThreadPool create() {
        return builder().build();
    }

    /**
     * A pool with this many threads.
     *
     * @param threads the number of threads, which all start now and stay until the pool ends
     * @return a running pool, which the caller has to close or shut down
     * @throws IllegalArgumentException if it is not positive
     */
    public static ThreadPool of(int threads) {
        return builder().threads(threads).build();
    }

    /**
     * A pool that runs its tasks on {@code executor}, as one short job for each time that a task is woken. The executor still belongs to
     * the caller, who closes it after this pool. It may have any number of threads; with a new virtual thread per job, each poll has one.
     *
     * <p>The executor has to run each job or reject it. If it rejects a job, or otherwise fails to take it, the task ends as if
     * aborted, in the thread that woke it, with the rejection as the cause of the {@link JoinException}, which goes to the
     * {@link UncaughtTaskHandler} if the task is not awaited. A task whose job is discarded, as by
     * {@link java.util.concurrent.ThreadPoolExecutor.DiscardPolicy}, never ends, unless the executor is an
     * {@link java.util.concurrent.ExecutorService} that terminates: waiting for this pool ends such tasks.
     *
     * <p>An executor that runs jobs in the submitting thread is allowed, but then a wake polls: never inside another task's poll, but
     * perhaps under a lock of the waking code. {@link #close()} waits for the executor's threads, so they must not call it.
     *
     * @param executor called by each thread that spawns or wakes a task
     * @return a pool without threads of its own, which the caller has to close or shut down before the executor
     */
    public static ThreadPool on(Executor executor) {
        return builder().build(executor);
    }

    /**
     * A builder, for more options. Rust's {@code ThreadPoolBuilder}.
     *
     * @return a new builder with the defaults
     */
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

    /**
     * How many tasks have not finished.
     *
     * @return a number that may be out of date as soon as it is returned
     */
    public int size() {
        return scheduler.owned.size();
    }

    /**
     * What each unfinished task waits for. It may be called by any thread, at any time.
     *
     * @return a snapshot, without entries if no task is left
     */
    public TaskDump dump() {
        return scheduler.dump();
    }

    /**
     * What the pool has done so far, and what it has to do. It may be called by any thread, at any time.
     *
     * @return a snapshot. On an {@link Executor}, its queue depth is found by looking at all tasks
     */
    public ExecutorMetrics metrics() {
        return scheduler.metrics();
    }

    /** Takes no more tasks. Existing tasks run until they finish, and then the pool's own threads end. Does not wait. */
    public void shutdown() {
        scheduler.shutdown();
    }

    /**
     * Takes no more tasks, and has each unfinished task dropped by a thread of the pool instead of polled again; a poll that is running
     * ends first, and if it is ready or throws, that is still the outcome. Does not wait.
     */
    public void shutdownNow() {
        scheduler.shutdownNow();
    }

    /**
     * Whether the pool takes no more tasks.
     *
     * @return true from the first call of a method that ends the pool
     */
    public boolean isShutdown() {
        return scheduler.owned.isClosed();
    }

    /**
     * Whether the pool has been shut down, and has no task left, and no thread of its own.
     *
     * @return true once nothing of the pool is left. A pool on an {@link Executor} does not wait for the executor's threads
     */
    public boolean isTerminated() {
        return scheduler.isTerminated();
    }

    /**
     * Waits until every task has finished, for at most the timeout. More tasks may be spawned in the meantime, unless the pool was shut
     * down.
     *
     * @param timeout if not positive, this only checks
     * @return whether every task has finished
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor
     */
    public boolean awaitTasks(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("ThreadPool.awaitTasks", "await the handles of the tasks, or a TaskTracker");
        return scheduler.await(false, nanos(timeout));
    }

    /**
     * Waits until the pool {@linkplain #isTerminated() has terminated}, for at most the timeout. A pool terminates only after
     * {@link #shutdown()} or {@link #shutdownNow()}.
     *
     * @param timeout if not positive, this only checks
     * @return whether it has terminated
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor
     */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("ThreadPool.awaitTermination", "wait on another thread");
        return scheduler.await(true, nanos(timeout));
    }

    /**
     * {@linkplain #shutdownNow() Drops} every task that has not finished, and waits until that is done and the pool's own threads have
     * ended. To let the tasks finish, call {@link #shutdown()} and {@link #awaitTermination} first. May be called again.
     *
     * <p>An interrupt does not end the wait, as with {@code ExecutorService.close()}: when this returns, all cleanup has been done, and
     * what the tasks used may be closed. The thread's interrupt status is set again on return. {@link #shutdownNow()} with
     * {@link #awaitTermination} is the form that an interrupt ends.
     *
     * @throws IllegalStateException on a thread that runs an executor, where {@link #shutdownNow()} may be called instead; nothing has happened then
     */
    @Override
    public void close() {
        Enter.checkMayBlock("ThreadPool.close", "call shutdownNow, which does not wait");
        scheduler.shutdownNow();
        scheduler.awaitEnd(Long.MAX_VALUE);
    }

    /**
     * As {@link #close()}, but gives the tasks time to clean up: each is {@linkplain JoinHandle#abort() aborted} first, and those that
     * have not ended after {@code cleanup} are dropped.
     *
     * @param cleanup how long the cleanup may take; if not positive, this is {@link #close()}
     * @throws IllegalStateException as for {@link #close()}
     */
    public void close(Duration cleanup) {
        Enter.checkMayBlock("ThreadPool.close", "call shutdownNow, which does not wait");
        long nanos = nanos(cleanup);
        if (nanos > 0) {
            scheduler.abortAll();
            scheduler.awaitEnd(nanos);
        }
        close();
    }

    private static long nanos(Duration timeout) {
        return Math.max(0, TimeUnit.NANOSECONDS.convert(timeout)); // 292 years if it is more
    }

    /** The options of a pool. Each method returns the builder. Not thread-safe; it may be used more than once. */
    public static final class Builder {
        private static final AtomicInteger POOLS = new AtomicInteger();

        private int threads = Runtime.getRuntime().availableProcessors();
        private String name;
        private String prefix;
        private ThreadFactory factory;
        private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();
        private Supplier<? extends TaskContext> contexts;
        private TaskHooks hooks;

        private Builder() {}

        /**
         * The number of threads. By default the number of processors.
         *
         * @param threads how many tasks can be polled at the same time; for pools with threads of their own
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder threads(int threads) {
            if (threads <= 0) {
                throw new IllegalArgumentException("a pool of " + threads + " threads never runs anything");
            }
            this.threads = threads;
            return this;
        }

        /**
         * The name of the pool, in metrics, recordings and {@link RunningExecutors}. By default it has the number of the pool:
         * {@code asyncfn-pool-1}.
         *
         * @param name may be empty, or that of another pool
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * The name of the pool's own threads, followed by a number. These are daemons, and inherit nothing of the thread that builds the
         * pool: no {@link InheritableThreadLocal}, and the system class loader as the context class loader. A {@link #threadFactory} overrides
         * all of this.
         *
         * @param prefix may be empty. By default it has the name of the pool: {@code asyncfn-pool-1-worker-}
         * @return this builder
         */
        public Builder namePrefix(String prefix) {
            this.prefix = Objects.requireNonNull(prefix, "prefix");
            return this;
        }

        /**
         * Creates the threads, which may be virtual, non-daemon, of a different priority, or have a context class loader.
         *
         * @param factory called for each thread when the pool is built; must not return null, nor a thread that has been started
         * @return this builder
         */
        public Builder threadFactory(ThreadFactory factory) {
            this.factory = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /**
         * Notified of failures of tasks that are never awaited. By default {@link UncaughtTaskHandler#ofThread()}.
         *
         * @param handler called by any thread that finds a failure, so it must be thread-safe; replaces the one set before
         * @return this builder
         */
        public Builder uncaughtTaskHandler(UncaughtTaskHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Polls each task in a context of its own, for libraries that keep theirs in thread locals.
         *
         * @param contexts called by the thread that spawns a task, whose context it usually copies; its exceptions are those of the spawn
         * @return this builder
         */
        public Builder aroundPoll(Supplier<? extends TaskContext> contexts) {
            this.contexts = Objects.requireNonNull(contexts, "contexts");
            return this;
        }

        /**
         * Notified of each task: when it is spawned, polled, and has ended.
         *
         * @param hooks replaces those set before
         * @return this builder
         */
        public Builder hooks(TaskHooks hooks) {
            this.hooks = Objects.requireNonNull(hooks, "hooks");
            return this;
        }

        /**
         * A pool with its own threads, which are started.
         *
         * @return a running pool, which the caller has to close or shut down
         * @throws NullPointerException if the thread factory returns null
         */
        public ThreadPool build() {
            ExecutorOptions options = options();
            Workers workers = new Workers(threads, factory == null ? daemons(options.name()) : factory, handler);
            workers.configure(options);
            workers.start();
            return new ThreadPool(workers);
        }

        /**
         * A pool as by {@link ThreadPool#on}; the options for threads have no effect.
         *
         * @param executor as for {@link ThreadPool#on}: it still belongs to the caller
         * @return a pool without threads of its own
         */
        public ThreadPool build(Executor executor) {
            LentThreads lent = new LentThreads(Objects.requireNonNull(executor, "executor"), handler);
            lent.configure(options());
            return new ThreadPool(lent);
        }

        private ExecutorOptions options() {
            return new ExecutorOptions(
                    name == null ? "asyncfn-pool-" + POOLS.incrementAndGet() : name, contexts, hooks);
        }

        // Daemons, like virtual threads: the program ends with its main thread, which awaits what it needs.
        private ThreadFactory daemons(String pool) {
            String name = prefix == null ? pool + "-worker-" : prefix;
            AtomicInteger count = new AtomicInteger();
            return work -> BackgroundThread.of(name + count.incrementAndGet(), work);
        }
    }
}
