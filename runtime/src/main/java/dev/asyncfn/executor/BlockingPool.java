package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads of their own for code that blocks, with a limit of their own: for instance as many as a database allows connections. tokio has one such
 * pool per runtime, which is here that of {@link Blocking}. Thread-safe.
 *
 * <p>There are as many threads as are busy at the same time, up to the limit, beyond which code waits in line. A thread that has been idle for
 * long ends.
 */
public final class BlockingPool implements AutoCloseable {
    private final BlockingThreads threads;

    private BlockingPool(Builder options) {
        String name = options.name == null ? "asyncfn-blocking-pool-" + Builder.POOLS.incrementAndGet() : options.name;
        ThreadFactory factory = options.factory == null ? BlockingThreads.daemons(name + "-thread-") : options.factory;
        threads = new BlockingThreads(options.most, options.keepAliveNanos, factory, options.handler);
        threads.configure(new ExecutorOptions(name, null, options.hooks));
        RunningExecutors.add(threads);
    }

    /**
     * A builder.
     *
     * @return a new builder with the defaults, which are those of {@link Blocking}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * As {@link Blocking#spawnBlocking(Callable)}, on a thread of this pool.
     *
     * @param <T> the type of the result
     * @param code called at most once; may return null
     * @return the handle of its task
     * @throws java.util.concurrent.RejectedExecutionException if the pool has been shut down
     */
    public <T> JoinHandle<T> spawnBlocking(Callable<T> code) {
        return threads.spawn(new BlockingCall<>(code));
    }

    /**
     * As {@link Blocking#interruptible(Callable)}, on a thread of this pool.
     *
     * @param <T> the type of the result
     * @param code called at most once; may return null. It should end soon after an interrupt
     * @return a future that starts the code in its first poll, and interrupts it if it is given up. The poll throws
     *     {@link java.util.concurrent.RejectedExecutionException} if the pool has been shut down
     */
    public <T> Future<T> interruptible(Callable<T> code) {
        return new InterruptibleCall<>(code, threads);
    }

    /**
     * What the pool has done so far, and what it has to do. It may be called by any thread, at any time.
     *
     * @return a snapshot, where the polls are the calls, and the busy time is that of code that has ended
     */
    public ExecutorMetrics metrics() {
        return threads.metrics();
    }

    /** Takes no more code. What is in line is still run. Does not wait. */
    public void shutdown() {
        threads.shutdown();
    }

    /**
     * Waits until the pool has been shut down and all code has ended, for at most the timeout.
     *
     * @param timeout if not positive, this only checks
     * @return whether it is so
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws IllegalStateException on a thread that runs an executor, or that is one of the pool's own
     */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        Enter.checkMayBlock("BlockingPool.awaitTermination", "wait on another thread");
        threads.checkIsOther("BlockingPool.awaitTermination");
        return threads.await(true, Math.max(0, TimeUnit.NANOSECONDS.convert(timeout)));
    }

    /**
     * Takes no more code, drops what is in line, and waits for the end of what runs. Interrupts nothing. May be called again. An interrupt does not end
     * the wait; it is set again on return.
     *
     * @throws IllegalStateException on a thread that runs an executor, or that is one of the pool's own, where {@link #shutdown()} may be called
     *     instead; nothing has happened then
     */
    @Override
    public void close() {
        Enter.checkMayBlock("BlockingPool.close", "call shutdown, which does not wait");
        threads.checkIsOther("BlockingPool.close");
        threads.shutdownNow();
        threads.awaitEnd(Long.MAX_VALUE);
    }

    /** The options of a pool. Each method returns the builder. Not thread-safe; it may be used more than once. */
    public static final class Builder {
        private static final AtomicInteger POOLS = new AtomicInteger();

        private String name;
        private int most = 512;
        private long keepAliveNanos = 10_000_000_000L;
        private ThreadFactory factory;
        private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();
        private TaskHooks hooks;

        private Builder() {}

        /**
         * The name of the pool, with which the names of its threads begin. By default it has the number of the pool.
         *
         * @param name may be empty, or that of another pool
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * How many threads there are at most. By default 512.
         *
         * @param most how much code runs at the same time
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxThreads(int most) {
            if (most <= 0) {
                throw new IllegalArgumentException("a pool of " + most + " threads never runs anything");
            }
            this.most = most;
            return this;
        }

        /**
         * How long a thread may be idle before it ends. By default ten seconds.
         *
         * @param keepAlive more than 292 years count as that
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder keepAlive(Duration keepAlive) {
            if (keepAlive.isNegative() || keepAlive.isZero()) {
                throw new IllegalArgumentException("threads that end after " + keepAlive + " never take anything");
            }
            this.keepAliveNanos = TimeUnit.NANOSECONDS.convert(keepAlive);
            return this;
        }

        /**
         * Creates the threads. By default they are daemons, and inherit nothing of the code that happens to need the first.
         *
         * @param factory called under a lock of the pool, for each thread; must not return null, nor a thread that has been started
         * @return this builder
         */
        public Builder threadFactory(ThreadFactory factory) {
            this.factory = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /**
         * Notified of failures of code whose handle was dropped. By default {@link UncaughtTaskHandler#ofThread()}.
         *
         * @param handler must be thread-safe; replaces the one set before
         * @return this builder
         */
        public Builder uncaughtTaskHandler(UncaughtTaskHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * As {@link ThreadPool.Builder#hooks}: each call is a task with one poll.
         *
         * @param hooks replaces those set before
         * @return this builder
         */
        public Builder hooks(TaskHooks hooks) {
            this.hooks = Objects.requireNonNull(hooks, "hooks");
            return this;
        }

        /**
         * A pool without threads, which come when they are needed.
         *
         * @return a new pool each time, which the caller closes or shuts down
         */
        public BlockingPool build() {
            return new BlockingPool(this);
        }
    }
}
