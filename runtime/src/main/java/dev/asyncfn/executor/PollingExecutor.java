package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Polls every task once a tick, in the order in which they were spawned, woken or not: a game loop, where each tick is a step of
 * the world. Its tasks may be pending without having arranged a wake.
 *
 * <p>Not thread-safe: one thread spawns and ticks. Aborting is thread-safe, and takes effect at the next tick.
 */
public final class PollingExecutor implements Spawner, AutoCloseable {
    private static final class Wakeless extends Scheduler {
        private final Meter meter = new Meter();

        Wakeless(UncaughtTaskHandler uncaught) {
            super(uncaught);
        }

        @Override
        void schedule(Task<?> task) {
            // The next tick polls it anyway.
        }

        @Override
        ExecutorMetrics metrics() {
            return metrics(0, owned.size(), meter.polls(), 0);
        }
    }

    static {
        PollingExecutor rehearsed = new PollingExecutor(Rehearsal.DEAF);
        Rehearsal.on(new Rehearsal.Stage() {
            @Override
            public <T> Task<T> spawn(Future<T> future) {
                return (Task<T>) rehearsed.spawn(future);
            }

            @Override
            public void run() {
                rehearsed.tick();
            }
        });
    }

    private final Wakeless scheduler;
    /** Those that have not finished, in the order in which they were spawned. An array, since a tick must not need memory to keep them. */
    private Task<?>[] tasks = new Task<?>[16];

    private int count;
    private boolean ticking;

    /** An executor without tasks. */
    public PollingExecutor() {
        this(UncaughtTaskHandler.ofThread());
    }

    /**
     * An executor without tasks.
     *
     * @param handler notified of the failures of tasks that are never awaited
     */
    public PollingExecutor(UncaughtTaskHandler handler) {
        scheduler = new Wakeless(handler);
    }

    /** Adds a task, which is polled from the next tick on. */
    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        if (count == tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * count); // first: a task that is not in it would never be polled
        }
        Task<T> task = scheduler.spawn(future);
        tasks[count++] = task;
        return task;
    }

    /**
     * Polls every task once.
     *
     * @return the tasks that have finished in this tick, in the order in which they were spawned
     * @throws IllegalStateException if called by one of the tasks
     */
    public List<JoinHandle<?>> tick() {
        List<JoinHandle<?>> finished = new ArrayList<>();
        tick(finished::add);
        return finished;
    }

    /**
     * Polls every task once.
     *
     * @param finished receives each task that finishes, right after its poll and before that of the next task
     * @throws IllegalStateException if called by one of the tasks
     */
    public void tick(Consumer<? super JoinHandle<?>> finished) {
        Objects.requireNonNull(finished, "finished");
        checkNotTicking();
        TaskState.checkNotDumping("a PollingExecutor");
        Enter entered = Enter.enter("a PollingExecutor");
        Bindings around = Bindings.leave();
        ticking = true;
        int end = count; // those that are spawned in the meantime come after it
        int polled = 0;
        int kept = 0;
        try {
            while (polled < end) {
                Task<?> task = tasks[polled++];
                task.wake();
                if (task.runOnce(scheduler.meter)) {
                    finished.accept(task);
                } else {
                    tasks[kept++] = task;
                }
            }
        } finally {
            Bindings.set(around);
            ticking = false;
            closeGap(kept, polled); // some have not been polled, if the callback threw
            Scheduler.leave(entered);
        }
    }

    /** Moves the tasks from {@code to} on to {@code from}. */
    private void closeGap(int from, int to) {
        int left = count - to;
        System.arraycopy(tasks, to, tasks, from, left);
        Arrays.fill(tasks, from + left, count, null);
        count = from + left;
    }

    private void checkNotTicking() {
        if (ticking) {
            throw new IllegalStateException("a tick is under way");
        }
    }

    /**
     * How many tasks have not finished.
     *
     * @return a number that includes tasks that were aborted or shut down, until the tick that drops them
     */
    public int size() {
        return scheduler.owned.size();
    }

    /** Takes no more tasks, and has unfinished tasks dropped instead of polled in the next tick. May be called by a task. */
    public void shutdownNow() {
        scheduler.shutdownNow();
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
     * What it has done so far. It may be called by any thread.
     *
     * @return a snapshot without a name; each task that has not finished waits for its turn
     */
    public ExecutorMetrics metrics() {
        return scheduler.metrics();
    }

    /**
     * Takes no more tasks, and drops those that have not finished. May be called again.
     *
     * @throws IllegalStateException if called by one of the tasks
     */
    @Override
    public void close() {
        checkNotTicking();
        scheduler.shutdownNow();
        tick(task -> {});
    }
}
