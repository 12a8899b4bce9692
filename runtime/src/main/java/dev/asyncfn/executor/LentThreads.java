package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * The threads of a {@link java.util.concurrent.Executor}: each scheduled task is given to it, as a job of its own.
 *
 * <p>An executor may run a job in the thread that submits it, and so during another task's poll, or reject it there. What a
 * thread meets in this way while it is busy with us waits until it is done, so that polls never nest and the stack does not grow.
 */
final class LentThreads extends Scheduler {
    /** The jobs that the current thread runs once it is done; null if it is not running a job of ours. */
    private static final ThreadLocal<ArrayDeque<Runnable>> TURN = new ThreadLocal<>();

    static {
        ArrayDeque<Runnable> jobs = new ArrayDeque<>();
        LentThreads rehearsed = new LentThreads(jobs::add, Rehearsal.DEAF);
        Rehearsal.on(new Rehearsal.Stage() {
            @Override
            public <T> Task<T> spawn(Future<T> future) {
                return rehearsed.spawn(future);
            }

            @Override
            public void run() {
                Runnable job = jobs.poll();
                if (job != null) {
                    job.run();
                }
            }
        });
    }

    /** How often to look whether the lender has forgotten jobs, in nanoseconds. */
    private static final long LOOK = 20_000_000;

    private final Executor lender;
    private final Meter meter = new Meter.Shared();

    LentThreads(Executor lender, UncaughtTaskHandler uncaught) {
        super(uncaught);
        this.lender = lender;
    }

    @Override
    void schedule(Task<?> task) {
        try {
            inTurn(() -> submit(task));
        } catch (Throwable noMemory) { // for the turn: the task was not submitted
            task.reject(noMemory);
        }
    }

    private void submit(Task<?> task) {
        try {
            lender.execute(task);
        } catch (Throwable rejection) { // or its threads cannot be made: whatever it is, the job will not be run
            rejectInTurn(task, rejection);
        }
    }

    private static void rejectInTurn(Task<?> task, Throwable rejection) {
        try {
            TURN.get().add(() -> reject(task, rejection));
        } catch (Throwable noMemory) {
            task.reject(rejection);
        }
    }

    @Override
    void run(Task<?> task) {
        try {
            ArrayDeque<Runnable> turn = TURN.get();
            if (turn == null) {
                takeTurn(() -> runNow(task));
            } else {
                turn.add(() -> runNow(task));
            }
        } catch (Throwable noMemory) { // for the turn: the task was not run
            task.reject(noMemory);
        }
    }

    private void runNow(Task<?> task) {
        try {
            entered(() -> task.runOnce(meter));
        } catch (Throwable noMemory) { // for the mark
            task.reject(noMemory);
        }
    }

    /** What another executor's job starts on this thread while it dumps this one waits as well: a poll would wait for the dump. */
    @Override
    TaskDump dump() {
        TaskDump[] dump = new TaskDump[1];
        inTurn(() -> dump[0] = super.dump());
        return dump[0] == null ? super.dump() : dump[0]; // again, for the exception that it threw
    }

    @Override
    ExecutorMetrics metrics() {
        return metrics(0, scheduled(), meter.polls(), 0);
    }

    static void inTurn(Runnable action) {
        if (TURN.get() == null) {
            takeTurn(action);
        } else {
            action.run();
        }
    }

    /** Runs an action, and then what has come to wait for its turn. The exception of one keeps no other from being run. */
    private static void takeTurn(Runnable first) {
        ArrayDeque<Runnable> turn = new ArrayDeque<>(2);
        TURN.set(turn);
        Throwable unexpected = null;
        for (Runnable next = first; next != null; next = turn.poll()) {
            try {
                next.run();
            } catch (Throwable thrown) {
                unexpected = thrown;
            }
        }
        TURN.remove(); // whatever happened: else no job would be run on this thread any more
        if (unexpected != null) {
            tryToReport(unexpected);
        }
    }

    /** In the meantime, also ends the tasks whose jobs the lender has discarded, which it reports to nothing. */
    @Override
    boolean await(boolean terminated, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (; ; ) {
            rejectForgotten();
            long left = nanos - (System.nanoTime() - start);
            if (left <= LOOK || !(lender instanceof ExecutorService)) {
                return super.await(terminated, left);
            }
            if (super.await(terminated, LOOK)) {
                return true;
            }
        }
    }

    /** As after {@link ExecutorService#shutdownNow()}. */
    private void rejectForgotten() {
        if (lender instanceof ExecutorService service && service.isTerminated()) {
            inTurn(() -> owned.snapshot().forEach(task -> reject(task, null)));
        }
    }

    /** A task that the drop of the future wakes waits for its turn: blocking for it here would wait forever. */
    private static void reject(Task<?> task, Throwable reason) {
        try {
            entered(() -> task.reject(reason));
        } catch (Throwable noMemory) { // for the mark
            task.reject(reason);
        }
    }

    private static void entered(Runnable action) {
        Enter entered = Enter.enter("a ThreadPool");
        Bindings around = Bindings.leave();
        try {
            action.run();
        } finally {
            Bindings.set(around);
            leave(entered);
        }
    }
}
