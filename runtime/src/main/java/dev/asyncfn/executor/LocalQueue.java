package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.thread.Drivers;
import dev.asyncfn.thread.Parker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The run queue of an executor of one thread. The running thread has a plain list, first in, first out; all other threads push to a stack
 * that the running thread takes over as a whole, before each task, so that neither side can starve the other.
 */
final class LocalQueue extends Scheduler {
    private static final VarHandle WOKEN;
    private static final VarHandle RUNNER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WOKEN = lookup.findVarHandle(LocalQueue.class, "woken", Task.class);
            RUNNER = lookup.findVarHandle(LocalQueue.class, "runner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The list, of which the runner alone knows. */
    private Task<?> head;

    private Task<?> tail;

    /** The stack of the others, linked from the newest to the oldest. */
    private volatile Task<?> woken;

    private volatile Thread runner;

    /** Where the runner waits. */
    final Parker parker = new Parker();

    /** Written by the runner. */
    final Meter meter = new Meter();

    LocalQueue(UncaughtTaskHandler uncaught) {
        super(uncaught);
    }

    @Override
    void schedule(Task<?> task) {
        if (runner == Thread.currentThread()) {
            append(task);
            return;
        }
        Task<?> newest;
        do {
            newest = woken;
            task.nextQueued = newest;
        } while (!WOKEN.compareAndSet(this, newest, task));
        // Pushed first, then looked: a runner that this misses has not parked yet, and finds the task.
        parker.unpark();
    }

    /**
     * Makes the current thread the runner.
     *
     * @throws IllegalStateException if there is one
     */
    void enter() {
        if (!RUNNER.compareAndSet(this, (Thread) null, Thread.currentThread())) {
            throw new IllegalStateException("the pool is being run already");
        }
    }

    void leave() {
        RUNNER.setRelease(this, (Thread) null); // what it has done comes before what the next runner does
    }

    /** The next task, or null if there is none now. For the runner. */
    Task<?> poll() {
        if (woken != null) {
            takeOver();
        }
        Task<?> task = head;
        if (task != null) {
            if (meter.turns() % Drivers.INTERVAL == 0) {
                Drivers.poll(); // which may append tasks
            }
            head = task.nextQueued;
            if (head == null) {
                tail = null;
            }
            task.nextQueued = null;
            meter.countTurn();
        }
        return task;
    }

    /**
     * Polls a task that was taken out, and again for as long as it would be the next one. For the runner.
     *
     * @return whether it has finished now
     */
    boolean runWhileNext(Task<?> task) {
        TaskTurn turn = task.takeTurn(meter);
        while (turn == TaskTurn.WOKEN && isEmpty() && meter.turns() % Drivers.INTERVAL != 0) {
            meter.countTurn();
            turn = task.takeNextTurn(meter);
        }
        if (turn == TaskTurn.WOKEN) {
            task.requeue();
            append(task);
        }
        return turn == TaskTurn.ENDED;
    }

    private boolean isEmpty() {
        return head == null && woken == null;
    }

    @Override
    ExecutorMetrics metrics() {
        return metrics(0, scheduled(), meter.polls(), 0);
    }

    /** Spawns a task before all others. For the runner. */
    <T> Task<T> spawnFirst(Future<T> future) {
        Task<T> task = own(future);
        task.nextQueued = head;
        head = task;
        if (tail == null) {
            tail = task;
        }
        return task;
    }

    private void append(Task<?> task) {
        if (tail == null) {
            head = task;
        } else {
            tail.nextQueued = task;
        }
        tail = task;
    }

    /** Appends the tasks that other threads have pushed, the oldest first. */
    private void takeOver() {
        Task<?> newest = (Task<?>) WOKEN.getAndSet(this, (Task<?>) null);
        Task<?> oldest = null;
        while (newest != null) { // turns the links round
            Task<?> older = newest.nextQueued;
            newest.nextQueued = oldest;
            oldest = newest;
            newest = older;
        }
        while (oldest != null) {
            Task<?> next = oldest.nextQueued;
            oldest.nextQueued = null;
            append(oldest);
            oldest = next;
        }
    }
}
