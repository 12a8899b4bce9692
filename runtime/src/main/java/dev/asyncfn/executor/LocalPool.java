package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs tasks on the thread that calls one of its run methods, in the order in which they were spawned or woken, and only while such a
 * call lasts. Rust's {@code futures::executor::LocalPool}.
 *
 * <p>Spawning, waking and aborting are thread-safe. One thread at a time may run the pool, and none from inside one of its tasks: that is
 * an {@link IllegalStateException}. The methods that wait, {@link #run} and {@link #runUntil(Future) runUntil}, also throw it on a thread
 * that runs another executor; they keep waiting if the thread is interrupted, and set its interrupt status again on return.
 */
public final class LocalPool implements Spawner, AutoCloseable {
    static {
        LocalPool rehearsed = new LocalPool(Rehearsal.DEAF);
        Rehearsal.on(new Rehearsal.Stage() {
            @Override
            public <T> Task<T> spawn(Future<T> future) {
                return rehearsed.queue.spawn(future);
            }

            @Override
            public void run() {
                rehearsed.tryRunOne();
            }
        });
    }

    private final LocalQueue queue;

    /** An empty pool. */
    public LocalPool() {
        this(UncaughtTaskHandler.ofThread());
    }

    /**
     * An empty pool.
     *
     * @param handler notified of the failures of tasks that are never awaited
     */
    public LocalPool(UncaughtTaskHandler handler) {
        queue = new LocalQueue(handler);
    }

    private LocalPool(Builder options) {
        this(options.handler);
        queue.configure(new ExecutorOptions(options.name == null ? "" : options.name, options.contexts, options.hooks));
        if (options.name != null) {
            RunningExecutors.add(queue);
        }
    }

    /**
     * A builder, for more options.
     *
     * @return a new builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        return queue.spawn(future);
    }

    /** Runs until no task is left, including those that are spawned in the meantime. */
    public void run() {
        Enter.checkMayBlock("LocalPool.run");
        Run run = new Run();
        try {
            run.untilEmpty();
        } finally {
            run.close();
        }
    }

    /**
     * Runs {@code future} to its end, as a task that is polled before all others, and runs the other tasks in the meantime. Unfinished
     * tasks then stay in the pool.
     *
     * @param <T> the type of the value
     * @param future belongs to the pool from now on; not touched if it is refused
     * @return the value, which may be null. An exception of a poll is thrown unchanged, checked or not
     * @throws JoinException if a task {@linkplain #shutdownNow() shuts down} the pool in the meantime
     * @throws java.util.concurrent.RejectedExecutionException if the pool has been shut down before
     * @throws IllegalStateException if the pool is being run, this thread runs another executor, or something else drives the future: see
     *     {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <T> T runUntil(Future<T> future) {
        Enter.checkMayBlock("LocalPool.runUntil");
        Task<T> root;
        Future<T> spawned = queue.surrounded(Objects.requireNonNull(future, "future"));
        Run run = new Run();
        try {
            root = queue.spawnFirst(spawned);
            while (!root.isFinished()) {
                queue.runWhileNext(run.next());
            }
        } finally {
            run.close();
        }
        return root.<RuntimeException>result();
    }

    /**
     * As {@link #runUntil(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future owned as by {@link #runUntil(Future)}
     * @return the value, which may be null
     * @throws E if a poll does
     */
    @SuppressWarnings("overloads")
    public <T, E extends Exception> T runUntil(TryFuture<T, E> future) throws E {
        return runUntil((Future<T>) future);
    }

    /**
     * Runs without waiting until one task has finished, or none can continue.
     *
     * @return whether a task has finished
     */
    public boolean tryRunOne() {
        Run run = new Run();
        try {
            Task<?> task = queue.poll();
            while (task != null && !queue.runWhileNext(task)) {
                task = queue.poll();
            }
            return task != null;
        } finally {
            run.close();
        }
    }

    /** Runs without waiting until no task can continue: each has finished, or waits to be woken. */
    public void runUntilStalled() {
        Run run = new Run();
        try {
            for (Task<?> task = queue.poll(); task != null; task = queue.poll()) {
                queue.runWhileNext(task);
            }
        } finally {
            run.close();
        }
    }

    /**
     * How many tasks have not finished.
     *
     * @return a number that may be out of date as soon as it is returned, when other threads spawn or the pool is being run
     */
    public int size() {
        return queue.owned.size();
    }

    /**
     * What each unfinished task waits for. It may be called by any thread, at any time.
     *
     * @return a snapshot, without entries if no task is left
     */
    public TaskDump dump() {
        return queue.dump();
    }

    /**
     * What the pool has done so far, and what it has to do. It may be called by any thread, at any time.
     *
     * @return a snapshot without threads and busy time, as the threads are those of its callers. Its queue depth is found by looking at all tasks
     */
    public ExecutorMetrics metrics() {
        return queue.metrics();
    }

    /**
     * Takes no more tasks, and has unfinished tasks dropped instead of polled, by the thread that runs the pool now or next.
     * Thread-safe. A task may call it, to end {@link #run}.
     */
    public void shutdownNow() {
        queue.shutdownNow();
    }

    /**
     * Takes no more tasks, and drops those that have not finished, on the calling thread. May be called again. An interrupt has no effect:
     * the thread's interrupt status is set on return.
     *
     * @throws IllegalStateException if the pool is being run, as when it is called by a task
     */
    @Override
    public void close() {
        Run run = new Run();
        try {
            queue.shutdownNow();
            run.untilEmpty();
        } finally {
            run.close();
        }
    }

    /**
     * As {@link #close()}, but gives the tasks time to clean up: each is {@linkplain JoinHandle#abort() aborted} first, and those that
     * have not ended after {@code cleanup} are dropped.
     *
     * @param cleanup how long the cleanup may take; if not positive, this is {@link #close()}
     * @throws IllegalStateException if the pool is being run, as when it is called by a task
     */
    public void close(Duration cleanup) {
        long nanos = TimeUnit.NANOSECONDS.convert(cleanup); // first, so that nothing has happened if it is null
        Run run = new Run();
        try {
            queue.abortAll();
            run.untilEmpty(nanos);
            queue.shutdownNow();
            run.untilEmpty();
        } finally {
            run.close();
        }
    }

    /** One stay of a thread in the pool. */
    private final class Run {
        private final Enter entered;
        private final Bindings left;
        private boolean interrupted;

        Run() {
            TaskState.checkNotDumping("a LocalPool");
            entered = Enter.enter("a LocalPool");
            try {
                queue.enter();
            } catch (Throwable refused) {
                entered.close();
                throw refused;
            }
            left = Bindings.leave();
        }

        void untilEmpty() {
            for (; ; ) {
                Task<?> task = queue.poll();
                if (task != null) {
                    queue.runWhileNext(task);
                } else if (queue.owned.size() == 0) {
                    return;
                } else {
                    park();
                }
            }
        }

        /** The same, for at most so long. */
        void untilEmpty(long nanos) {
            long start = System.nanoTime();
            for (; ; ) {
                long left = nanos - (System.nanoTime() - start);
                Task<?> task = left > 0 ? queue.poll() : null;
                if (task != null) {
                    task.runOnce(queue.meter); // once: the time may be over
                } else if (left <= 0 || queue.owned.size() == 0) {
                    return;
                } else {
                    park(left);
                }
            }
        }

        /** Waits for a task. */
        Task<?> next() {
            Task<?> task = queue.poll();
            while (task == null) {
                park();
                task = queue.poll();
            }
            return task;
        }

        private void park() {
            queue.parker.park(LocalPool.this);
            interrupted |= Thread.interrupted(); // or park would not wait any more
        }

        private void park(long nanos) {
            queue.parker.park(LocalPool.this, nanos);
            interrupted |= Thread.interrupted();
        }

        void close() {
            Bindings.set(left);
            queue.leave();
            Scheduler.leave(entered);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The options of a pool. Each method returns the builder. Not thread-safe; it may be used more than once. */
    public static final class Builder {
        private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();
        private Supplier<? extends TaskContext> contexts;
        private String name;
        private TaskHooks hooks;

        private Builder() {}

        /**
         * The name of the pool, in metrics and recordings. A pool with a name is in {@link RunningExecutors}; by default it has none.
         *
         * @param name may be empty, or that of another pool
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * As {@link ThreadPool.Builder#hooks}.
         *
         * @param hooks replaces those set before
         * @return this builder
         */
        public Builder hooks(TaskHooks hooks) {
            this.hooks = Objects.requireNonNull(hooks, "hooks");
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
         * As {@link ThreadPool.Builder#aroundPoll}.
         *
         * @param contexts called once for each task, by the thread that spawns it; must not return null, and its exceptions are those of
         *     the spawn
         * @return this builder
         */
        public Builder aroundPoll(Supplier<? extends TaskContext> contexts) {
            this.contexts = Objects.requireNonNull(contexts, "contexts");
            return this;
        }

        /**
         * An empty pool.
         *
         * @return a new pool each time, which nothing runs yet
         */
        public LocalPool build() {
            return new LocalPool(this);
        }
    }
}
