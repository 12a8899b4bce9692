package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.util.ArrayList;
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
        Wakeless(UncaughtTaskHandler uncaught) {
            super(uncaught);
        }

        @Override
        void schedule(Task<?> task) {
            // The next tick polls it anyway.
        }
    }

    private final Wakeless scheduler;
    private List<Task<?>> tasks = new ArrayList<>();
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
        Task<T> task = scheduler.spawn(future);
        tasks.add(task);
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
        ticking = true;
        Enter entered = Enter.enter("a PollingExecutor");
        Bindings around = Bindings.leave();
        List<Task<?>> now = tasks;
        tasks = new ArrayList<>(); // for tasks that are spawned in the meantime
        List<Task<?>> left = new ArrayList<>(now.size());
        int polled = 0;
        try {
            while (polled < now.size()) {
                Task<?> task = now.get(polled++);
                task.wake();
                if (task.runOnce()) {
                    finished.accept(task);
                } else {
                    left.add(task);
                }
            }
        } finally {
            left.addAll(now.subList(polled, now.size())); // some, if the callback threw
            left.addAll(tasks);
            tasks = left;
            Bindings.set(around);
            entered.close();
            ticking = false;
        }
    }

    private void checkNotTicking() {
        if (ticking) {
            throw new IllegalStateException("a tick is under way");
        }
    }

    /** How many tasks have not finished. */
    public int size() {
        return scheduler.owned.size();
    }

    /** Takes no more tasks, and has unfinished tasks dropped instead of polled in the next tick. May be called by a task. */
    public void shutdownNow() {
        scheduler.shutdownNow();
    }

    /** What each unfinished task waits for. It may be called by any thread, at any time. */
    public TaskDump dump() {
        return scheduler.dump();
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
