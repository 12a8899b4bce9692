package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.thread.Drivers;
import dev.asyncfn.thread.Parker;

/**
 * One thread of a {@link Workers} pool, with the queue of what its own tasks spawn and wake.
 *
 * <p>It runs its own tasks first; then it takes some that all share, then half of those of another thread, and then it waits. Unless it says
 * otherwise, a method is for its own thread.
 */
final class Worker {
    private final Workers pool;

    /** Polled by its thread; others take from it. */
    final RunQueue<Task<?>> queue = new RunQueue<>();

    final Parker parker = new Parker();
    final Meter meter = new Meter();

    /** Whether it looks for tasks. As long as it waits, guarded by {@link IdleWorkers}. */
    boolean searching;
    /** Whether it waits, and nobody has called it. Guarded by {@link IdleWorkers}, as is the next. */
    boolean waiting;

    Worker next;

    /** The thread that runs it: equal to the current thread only in this one, as no other writes it. */
    private Thread runner;
    /** Whether it is within its wait, where it may handle events. */
    private boolean parked;

    private final int number;
    /** Whose queue was looked at last. */
    private int other;
    /** The queue at which {@link #relieve} has looked, and where it was then. */
    private RunQueue<Task<?>> looked;

    private int first;

    Worker(Workers pool, int number) {
        this.pool = pool;
        this.number = number;
        this.other = number;
    }

    /** Whether the current thread runs it. By any thread. */
    boolean isMine() {
        return runner == Thread.currentThread();
    }

    void enter() {
        runner = Thread.currentThread();
    }

    void leave() {
        runner = null;
    }

    /** Nothing ends a thread before the pool ends: what is thrown outside a poll, such as an OutOfMemoryError, is reported. */
    void work() {
        Enter entered = null;
        Throwable unexpected = null;
        boolean going = true;
        enter();
        while (going) {
            try {
                if (entered == null) {
                    entered = Enter.enter("a ThreadPool");
                }
                going = runNext();
            } catch (Throwable thrown) {
                unexpected = thrown;
            }
            if (unexpected != null) {
                Scheduler.tryToReport(unexpected);
                unexpected = null;
            }
        }
        leave();
        Scheduler.leave(entered);
    }

    /**
     * Waits for a task and runs it. A method of its own, as a variable of the loop would keep a finished task from being collected while
     * the thread waits for the next.
     *
     * @return false if no more tasks will come
     */
    boolean runNext() {
        if (isDue()) {
            Drivers.poll();
            relieve();
        }
        Task<?> task = next();
        if (task == null) {
            return false;
        }
        beforeTurn();
        TaskTurn turn = task.takeTurn(meter);
        while (turn == TaskTurn.WOKEN && isNext()) {
            beforeTurn();
            turn = task.takeNextTurn(meter);
        }
        if (turn == TaskTurn.WOKEN) {
            task.requeue();
            giveBack(task);
        }
        return true;
    }

    private void beforeTurn() {
        Thread.interrupted(); // the interrupt was meant for an earlier task, not this one
        meter.countTurn();
    }

    /** Whether it is time to look around. */
    private boolean isDue() {
        return meter.turns() % Drivers.INTERVAL == 0;
    }

    /** Whether the task that has just been polled would be the next one, were it queued. */
    private boolean isNext() {
        return queue.isEmpty() && pool.injector.isEmpty() && !isDue();
    }

    /** Queues a task that was woken while it was polled. If no other one is there, no thread is called: this one is about to take it. */
    private void giveBack(Task<?> task) {
        push(task);
        if (queue.size() > 1) {
            pool.idle.call();
        }
    }

    /** Queues a task that is spawned or woken by its thread. */
    void schedule(Task<?> task) {
        push(task);
        // In the middle of handling events it needs no call for the first one.
        if (!parked || !pool.idle.leaveUncalled(this, false)) {
            pool.idle.call();
        }
    }

    private void push(Task<?> task) {
        if (!pool.injector.isEmpty() || !queue.push(task)) {
            pool.injector.push(task, queue);
        }
    }

    /** The next task; waits for one, and returns null once no more will come. Interrupts do not end the wait. */
    private Task<?> next() {
        Task<?> task = queue.poll();
        while (task == null) {
            task = find();
            if (task == null) {
                if (pool.isClosed()) {
                    return null;
                }
                park();
                task = queue.poll();
            }
        }
        if (searching && pool.idle.endSearch(this) && pool.hasWork()) {
            pool.idle.call();
        }
        return task;
    }

    /** A task of all, or of another thread. */
    private Task<?> find() {
        Task<?> task = pool.injector.isEmpty() ? null : pool.injector.take(queue, pool.threads());
        if (task == null && pool.threads() > 1 && pool.idle.beginSearch(this)) {
            for (int i = 1; i < pool.threads() && task == null; i++) {
                task = nextOther().stealInto(queue) ? queue.poll() : null;
            }
        }
        return task;
    }

    /** The queue of another thread: one after the other, from call to call. */
    private RunQueue<Task<?>> nextOther() {
        int next = (other + 1) % pool.threads();
        other = next == number ? (next + 1) % pool.threads() : next;
        return pool.worker(other).queue;
    }

    /**
     * Takes tasks from a thread that has not begun any since the last look at it, as its poll takes long: perhaps nobody is idle, and so looks for
     * them.
     */
    private void relieve() {
        if (pool.threads() > 1) {
            if (looked != null && !looked.isEmpty() && looked.first() == first && looked.stealInto(queue)) {
                pool.idle.call();
            }
            looked = nextOther();
            first = looked.first();
        }
    }

    /** Waits until it is called, or finds that there is something to do. */
    private void park() {
        pool.idle.enter(this);
        parked = true;
        try {
            while (pool.idle.waits(this)) {
                parkOnce();
            }
        } finally {
            parked = false;
            pool.idle.leaveUncalled(this, true); // it waits no more, whatever was thrown
        }
    }

    private void parkOnce() {
        if (pool.isClosed() || !pool.idle.isSearched() && pool.hasWork()) {
            pool.idle.leaveUncalled(this, true);
            return;
        }
        meter.beginWait();
        parker.park(pool);
        meter.endWait();
        Thread.interrupted(); // or park would not wait any more
    }
}
