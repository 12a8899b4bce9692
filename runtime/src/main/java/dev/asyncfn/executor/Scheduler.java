package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.failure.Uncaught;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** An executor, as its tasks see it. All methods may be called by any thread. */
abstract class Scheduler {
    /** All unfinished tasks, so that closing the executor can drop those that only a leaf's waker still knows. */
    final OwnedTasks owned = new OwnedTasks();

    final UncaughtTaskHandler uncaught;
    /** Reported when this ends, unless their handles have been heard by then. */
    final Unheard unheard = new Unheard();

    /** The options of its builder. Set before any task is spawned. */
    private ExecutorOptions options = ExecutorOptions.NONE;

    Scheduler(UncaughtTaskHandler uncaught) {
        this.uncaught = Objects.requireNonNull(uncaught, "handler");
    }

    /** Called before any task is spawned. */
    final void configure(ExecutorOptions chosen) {
        options = chosen;
    }

    final String name() {
        return options.name();
    }

    /**
     * Has {@link Task#runOnce} called once, soon, by a thread of the executor. Called once each time that the task has to be queued; see
     * {@link TaskState}. Never throws: a task that cannot be run is {@linkplain Task#reject rejected}.
     */
    abstract void schedule(Task<?> task);

    /** Runs a task that was given away as a {@link Runnable}. Only executors that do so need it. */
    void run(Task<?> task) {
        task.runOnce(new Meter());
    }

    /** Called when no task is left and none will come; perhaps more than once. */
    void terminated() {}

    boolean isTerminated() {
        return owned.isTerminated();
    }

    /** What its threads have counted. */
    ExecutorMetrics metrics() {
        return metrics(0, scheduled(), 0, 0);
    }

    final ExecutorMetrics metrics(int threads, int queueDepth, long polls, long busyNanos) {
        return new ExecutorMetrics(
                name(),
                threads,
                owned.size(),
                owned.spawned(),
                queueDepth,
                polls,
                Duration.ofNanos(Math.max(0, busyNanos)));
    }

    /** How many tasks wait for their turn, for an executor that does not count them: only a reader pays for this. */
    final int scheduled() {
        return (int) owned.snapshot().stream()
                .filter(task -> task.status() == TaskDump.Status.SCHEDULED)
                .count();
    }

    /**
     * Waits until no task is left.
     *
     * @param terminated whether to wait until none will come, either
     * @param nanos how long to wait at most
     * @return whether that was reached in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean await(boolean terminated, long nanos) throws InterruptedException {
        return owned.awaitEmpty(terminated, nanos);
    }

    /** Waits until nothing is left of it, for at most so long. An interrupt does not end the wait, and is set again. */
    final void awaitEnd(long nanos) {
        long start = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        for (boolean waits = true; waits; ) {
            try {
                await(true, nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start));
                waits = false;
            } catch (InterruptedException e) {
                interrupted = true; // and wait on
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more tasks. */
    final void shutdown() {
        if (owned.close()) {
            end();
        }
    }

    /** No task is left, and none will come. Whoever waits for that waits for this, too. */
    final void end() {
        try {
            terminated();
            unheard.report(uncaught);
            RunningExecutors.remove(this); // last: without memory for it, it is forgotten when it is collected
        } catch (Throwable unexpected) {
            Uncaught.report(unexpected);
        } finally {
            owned.ended();
        }
    }

    /** Takes no more tasks, and has those there are clean up instead of being polled again. Waits for nothing. */
    final void abortAll() {
        shutdown();
        for (Task<?> task : owned.snapshot()) {
            task.abort();
        }
    }

    /** Takes no more tasks, and has those there are dropped instead of being polled again. Waits for nothing. */
    final void shutdownNow() {
        shutdown();
        for (Task<?> task : owned.snapshot()) {
            task.shutDown();
        }
    }

    /** The current state of all tasks that have not finished. */
    TaskDump dump() {
        List<Task<?>> tasks = owned.snapshot();
        boolean outermost = TaskState.beginDump();
        try {
            return new TaskDump(tasks.stream()
                    .flatMap(task -> TaskTree.inspect(task, outermost).stream())
                    .toList());
        } finally {
            if (outermost) {
                TaskState.endDump();
            }
        }
    }

    /** Reports what was thrown outside a task. Throws nothing, even if the report is the first, and cannot be linked as there is no memory. */
    static void tryToReport(Throwable unexpected) {
        try {
            Uncaught.report(unexpected);
        } catch (Throwable unreported) {
            return; // the thread has other tasks to serve
        }
    }

    /** Ends the stay of the current thread in the executor. A mark that a task has left behind is removed, and reported. */
    static void leave(Enter entered) {
        try {
            entered.leave();
        } catch (IllegalStateException left) {
            Uncaught.report(left);
        }
    }

    /**
     * Makes {@code future} a task, and schedules it. It inherits the values of task locals that are bound here.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more tasks; the future is not touched then
     * @throws IllegalStateException if something else drives the future
     */
    final <T> Task<T> spawn(Future<T> future) {
        Task<T> task = own(surrounded(Objects.requireNonNull(future, "future")));
        schedule(task);
        return task;
    }

    /** Makes {@code future} a task, which the caller has to queue; with the exceptions of {@link #spawn}. */
    final <T> Task<T> own(Future<T> future) {
        Recording.notice(); // also where all threads are stuck, and so nothing is polled
        Observed<T> observed = options.hooks() == null ? null : new Observed<>(future, options.hooks());
        Task<T> task = new Task<>(observed == null ? future : observed, this);
        owned.add(task);
        try {
            OwnedFuture.claim(spawned(future), task);
        } catch (Throwable refused) {
            if (owned.remove(task)) {
                end();
            }
            throw refused;
        }
        if (observed != null) {
            observed.spawned(task);
        }
        return task;
    }

    /** The future with all that it takes along from the code that spawns it. */
    final <T> Future<T> surrounded(Future<T> future) {
        Future<T> inherited = Bindings.inherited(future);
        return options.contexts() == null
                ? inherited
                : new WithContext<>(
                        inherited, Objects.requireNonNull(options.contexts().get(), "the context is null"));
    }

    /** The future that was spawned. */
    static Future<?> spawned(Future<?> future) {
        return Bindings.within(WithContext.within(Observed.within(future)));
    }
}
