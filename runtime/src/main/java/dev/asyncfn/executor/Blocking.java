package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * Runs code that blocks, for tasks that must not: file access, database drivers, long computations. tokio's {@code spawn_blocking}.
 * Thread-safe.
 *
 * <p>The code runs once, to its end. {@linkplain JoinHandle#abort() Aborting} it before it has started keeps it from running; afterwards
 * it has no effect, and in particular interrupts no thread. An exception of the code is the cause of the {@link JoinException} that
 * awaiting the handle throws. Dropping the handle detaches the code, and its thread's uncaught exception handler then receives a failure.
 * The code may use {@link dev.asyncfn.Async#blockOn Async.blockOn}.
 */
public final class Blocking {
    private Blocking() {}

    /** Created at its first use. */
    private static final class Shared {
        static final BlockingThreads THREADS = new BlockingThreads(512, 10_000_000_000L); // tokio's numbers
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
        return Shared.THREADS.spawn(new Call<>(code));
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
        return new LentBlockingThread(Objects.requireNonNull(executor, "executor")).spawn(new Call<>(code));
    }

    /** The code as a future that is ready at its first poll. */
    private static final class Call<T> implements Future<T>, Traced {
        private final Callable<T> code;

        Call(Callable<T> code) {
            this.code = Objects.requireNonNull(code, "code");
        }

        @Override
        public Poll<T> poll(Context cx) throws Exception {
            return Poll.ready(code.call());
        }

        @Override
        public String state() {
            return "Blocking.spawnBlocking";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
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
