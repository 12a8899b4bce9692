package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * Runs code that blocks, for tasks that must not: file access, database drivers, long computations. tokio's {@code spawn_blocking}.
 * Thread-safe.
 *
 * <p>The code runs once, to its end. {@linkplain JoinHandle#abort() Aborting} it before it has started keeps it from running; afterwards
 * it has no effect, and in particular interrupts no thread: {@link #interruptible} does. A {@link BlockingPool} has threads of its own.
 * An exception of the code is the cause of the {@link JoinException} that awaiting the handle throws. Dropping the handle detaches the
 * code, and its thread's uncaught exception handler then receives a failure. The code may use
 * {@link dev.asyncfn.Async#blockOn Async.blockOn}.
 */
public final class Blocking {
    private Blocking() {}

    /** Created at its first use. */
    private static final class Shared {
        static final BlockingThreads THREADS = new BlockingThreads(512, 10_000_000_000L); // tokio's numbers

        static {
            THREADS.configure(new ExecutorOptions("asyncfn-blocking", null, null));
            RunningExecutors.add(THREADS);
        }
    }

    /**
     * Runs {@code code} on a thread of a shared pool. The pool has as many daemon threads as are busy at the same time, up to 512,
     * beyond which code waits in line; a thread that has been idle for ten seconds ends.
     *
     * <p>The threads are shared by all users, and inherit nothing from any: no {@link InheritableThreadLocal}, and the system class loader as
     * the context class loader. If the code needs something of its caller's, such as a user or a class loader, capture it, set it, and
     * remove it again.
     *
     * @param <T> the type of the result
     * @param code called at most once, on a thread of the pool; may return null
     * @return the handle of its task. If no thread can be started and none is running, awaiting it throws a {@link JoinException}
     *     with the reason as its cause
     */
    public static <T> JoinHandle<T> spawnBlocking(Callable<T> code) {
        return Shared.THREADS.spawn(new BlockingCall<>(code));
    }

    /**
     * Runs {@code code} on a thread of the shared pool when it is polled, and interrupts that thread if it is given up: by a timeout, a race, or an
     * abort of the task that awaits it. Kotlin's {@code runInterruptible}.
     *
     * <pre>{@code
     * byte[] bytes = await(Timeouts.timeout(Duration.ofSeconds(5), Blocking.interruptible(() -> in.readNBytes(8))));
     * }</pre>
     *
     * @param <T> the type of the result
     * @param code called at most once, on a thread of the pool; may return null. It should end soon after an interrupt: a timeout or an abort waits for its
     *     end, a {@linkplain Future#drop() drop} does not. What it returns after that is released
     * @return a future that starts the code in its first poll, and throws the code's own exceptions
     */
    public static <T> Future<T> interruptible(Callable<T> code) {
        return new InterruptibleCall<>(code, Shared.THREADS);
    }

    /**
     * Runs {@code code} on {@code executor}, such as one that creates a virtual thread each time. If the executor rejects the job, the
     * handle throws a {@link JoinException} with the rejection as its cause. If it discards the job, there is no outcome, even after an
     * abort.
     *
     * @param <T> the type of the result
     * @param code called at most once, in a job of {@code executor}; may return null
     * @param executor still belongs to the caller; one that runs jobs on the submitting thread runs the code within this call
     * @return the handle of its task
     */
    public static <T> JoinHandle<T> spawnBlocking(Callable<T> code, Executor executor) {
        return new LentBlockingThread(Objects.requireNonNull(executor, "executor")).spawn(new BlockingCall<>(code));
    }

    /** A thread of the given executor for one task, in which blocking is allowed. */
    private static final class LentBlockingThread extends Scheduler {
        private final Executor lender;

        LentBlockingThread(Executor lender) {
            super(UncaughtTaskHandler.ofThread());
            this.lender = lender;
        }

        @Override
        void schedule(Task<?> task) {
            try {
                lender.execute(task);
            } catch (Throwable rejection) { // or no thread can be made
                task.reject(rejection);
            }
        }
    }
}
