package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Uncaught;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.Objects;

/**
 * One task. To save memory one object is all of it: the owner of the root future with its {@linkplain TaskState state}, the handle with the
 * {@linkplain TaskOutcome outcome}, the data of its wakers, the job for an {@link java.util.concurrent.Executor}, and the node of the queue and
 * of the list that it is in.
 *
 * <p>Wakers, the handle and dumps may call it on any thread. Only the worker that has {@linkplain TaskState#tryStart started} it touches
 * the future.
 */
final class Task<T> extends TaskOutcome<T> implements JoinHandle<T>, Runnable, Traced {
    private static final VarHandle SCOPES;
    private static final RawWakerVTable VTABLE = new TaskVTable();

    static {
        try {
            SCOPES = MethodHandles.lookup().findVarHandle(Task.class, "scopes", Membership.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Scheduler scheduler;
    private final Waker waker;
    /** Touched only by the worker that holds the lock, and read by dumps; null once dropped. */
    private Future<T> future;

    /** The scopes to notify of the end, or null. Taken out by the thread that notifies them, so that each is notified once. */
    private volatile Membership scopes;

    /** The next task in the queue that this one is in, which guards it. */
    Task<?> nextQueued;
    /** Neighbours in {@link OwnedTasks}, which guards them. */
    Task<?> previousOwned;

    Task<?> nextOwned;
    /** Its number among the tasks of its executor, from 1, given by {@link OwnedTasks}. */
    int id;

    /** A task that is scheduled already; the caller has to queue it. */
    Task(Future<T> future, Scheduler scheduler) {
        super(SCHEDULED);
        this.future = future;
        this.scheduler = scheduler;
        this.waker = Waker.fromRaw(new RawWaker(this, VTABLE));
    }

    /** The action of its wakers, and of an executor that polls without a wake. */
    void wake() {
        if (!wokenByItself() && markWoken()) {
            scheduler.schedule(this);
        }
    }

    @Override
    public void abort() {
        if (markAborted()) {
            scheduler.schedule(this);
        }
    }

    @Override
    public void abortNow() {
        if (markHurried()) {
            scheduler.schedule(this);
        }
    }

    /** As {@link #abortNow()}, on behalf of the executor. */
    void shutDown() {
        if (markShutDown()) {
            scheduler.schedule(this);
        }
    }

    /** Runs this task as the job of a lent executor, which knows it only as a {@link Runnable}. */
    @Override
    public void run() {
        scheduler.run(this);
    }

    /**
     * As {@link #takeTurn}, and queues the task where its executor does.
     *
     * @return whether the task has finished now
     */
    boolean runOnce(Meter meter) {
        TaskTurn turn = takeTurn(meter);
        if (turn == TaskTurn.WOKEN) {
            requeue();
            scheduler.schedule(this);
        }
        return turn == TaskTurn.ENDED;
    }

    /**
     * Polls the future, or drops it if the task was aborted. Called by the worker that has taken the task from a queue. Does nothing if
     * no poll is due, as when an executor runs a job that it had rejected. An exception of the future becomes the task's outcome, as does an
     * {@link OutOfMemoryError} around its poll, and is not thrown.
     *
     * @param meter counts the poll, if it is one
     */
    TaskTurn takeTurn(Meter meter) {
        return tryStart() ? runTurn(meter) : TaskTurn.SUSPENDED;
    }

    /** Polls it again after a turn in which it was {@linkplain TaskTurn#WOKEN woken}, as if nothing else had been in the queue. */
    TaskTurn takeNextTurn(Meter meter) {
        keep();
        return runTurn(meter);
    }

    private TaskTurn runTurn(Meter meter) {
        boolean aborted = (word & ABORTED) != 0;
        Object result;
        beginPoll();
        try {
            result = aborted ? pollCleanup() : pollFuture(meter);
        } catch (Throwable failure) {
            result = failure;
            Traced.restore(failure, future);
        }
        boolean wokenByItself = endPoll();
        if (result != null) {
            finish(result);
            return TaskTurn.ENDED;
        }
        return wokenByItself || !tryRelease() ? TaskTurn.WOKEN : TaskTurn.SUSPENDED;
    }

    /** Has the future clean up, unless there is no more time for that. The result is null if it is pending, and otherwise the outcome. */
    private Object pollCleanup() {
        Object result = cancelled(null);
        if ((word & HURRIED) == 0) {
            try {
                if (future.pollDrop(Context.withBudget(waker, Context.DEFAULT_BUDGET))
                        .isPending()) {
                    return null;
                }
            } catch (Throwable failure) {
                Traced.restore(failure, future);
                result = TaskEnd.afterDrop(result, failure);
            }
            endFuture(); // it has ended, so it is not dropped
        }
        return result;
    }

    private Future<T> endFuture() {
        Future<T> finished = future;
        future = null;
        if (finished != null) {
            OwnedFuture.disclaim(
                    Scheduler.spawned(finished), this); // what is kept of the future must not keep the task
        }
        return finished;
    }

    /** Polls the future. The result is null if it is pending, and otherwise the outcome. */
    private Object pollFuture(Meter meter) throws Exception {
        meter.countPoll();
        Recording.notice();
        if (Recording.isOn()) {
            future = Observed.recorded(this, future);
        }
        Poll<T> poll = Objects.requireNonNull(
                future.poll(Context.withBudget(waker, Context.DEFAULT_BUDGET)), "poll returned null");
        return poll.isPending() ? null : TaskValue.of(poll, future.undelivered());
    }

    /**
     * Ends a scheduled task that the executor will not run. The future is dropped by the calling thread, as there is no other to do it.
     * Several threads may call this at once, for instance when a job is rejected while others find that the executor has terminated.
     *
     * @param reason the reason why the executor could not run it, or null
     */
    void reject(Throwable reason) {
        if (tryStart()) {
            finish((word & ABORTED) != 0 ? cancelled(reason) : TaskEnd.rejected(reason));
        }
    }

    /** The outcome of an aborted task; {@code reason} is why its executor could not end it, or null. */
    private Object cancelled(Throwable reason) {
        return TaskEnd.cancelled((word & SHUT_DOWN) != 0, reason);
    }

    /**
     * Whether it is suspended, and waits for {@code other}. It is asked to say so as by a dump, but nothing is waited for.
     *
     * @return false if it is running, and so may do something else
     */
    boolean waitsFor(Object other) {
        TaskDump.Status status = tryInspect(false);
        if (status == null || status == TaskDump.Status.RUNNING) {
            return false;
        }
        try {
            return Awaiting.leadsTo(inspected(), other);
        } finally {
            endInspection();
        }
    }

    /** The future, for a dump that keeps it from being polled in the meantime. */
    Future<?> inspected() {
        return Observed.within(future);
    }

    /**
     * Drops the future, publishes the outcome, and wakes the task that awaits it, in this order. Called by the worker, which keeps the lock.
     *
     * <p>Nothing that fails here keeps the task from its end. It throws only if there is no memory even to report that there is none.
     *
     * @param result as {@link #outcome}
     */
    private void finish(Object result) {
        Object shown = result;
        try {
            shown = dropFuture(result);
            Membership.tell(scopes, this, shown); // first: a task that sees the outcome may fail because of it
        } finally {
            publish(shown);
        }
    }

    private void publish(Object shown) {
        Waker joiner = setOutcome(shown);
        try {
            leaveScopes(shown);
        } finally {
            try {
                if (joiner != null) {
                    wakeJoiner(joiner);
                }
                listen(shown, joiner != null);
            } finally {
                if (scheduler.owned.remove(this)) { // last: a thread that waits for the executor waits for all of this
                    scheduler.end();
                }
            }
        }
    }

    /** Ensures that a failure is reported: to the executor's handler, if the handle does not throw it. */
    private void listen(Object shown, boolean awaited) {
        try {
            if (shown instanceof TaskValue<?> value) {
                keep(value);
            }
            TaskFailure failure = failureOf(shown);
            if (failure == null) {
                return;
            }
            if ((word & DETACHED) != 0) {
                failure.reportTo(scheduler.uncaught);
            } else {
                failure.reportWhenForgotten(this, scheduler.uncaught, awaited ? null : scheduler.unheard);
            }
        } catch (Throwable noMemory) { // to watch the handle
            reportNow(shown, noMemory);
        }
    }

    /** Ensures that a value is released if the handle does not hand it over. */
    private void keep(TaskValue<?> value) {
        if ((word & DETACHED) != 0) {
            value.release(scheduler.uncaught);
        } else {
            value.releaseWhenForgotten(this, scheduler.uncaught);
        }
    }

    /** Perhaps once too often, as the handle may throw it, too: better than never. */
    private void reportNow(Object shown, Throwable noMemory) {
        try {
            TaskFailure failure = failureOf(shown);
            if (failure == null) {
                Uncaught.report(noMemory);
            } else {
                failure.reportTo(scheduler.uncaught);
            }
        } catch (Throwable again) {
            Uncaught.report(shown instanceof Throwable thrown ? thrown : again);
        }
    }

    /** Has {@code entered} notified of the end of this task, which may have come already. */
    void enterScope(TaskScope entered) {
        Membership others;
        do {
            others = scopes;
        } while (!SCOPES.compareAndSet(this, others, new Membership(entered, others)));
        Object seen = outcome();
        if (isOutcome(seen)) {
            leaveScopes(seen);
        }
    }

    private void leaveScopes(Object shown) {
        if (scopes == null) {
            return; // one that comes now sees the outcome, which was set before
        }
        Membership left = (Membership) SCOPES.getAndSet(this, (Membership) null);
        Membership.tell(left, this, shown);
        Membership.leave(left, this, shown);
    }

    /** Its executor. */
    Scheduler scheduler() {
        return scheduler;
    }

    /** The handler of its executor. */
    UncaughtTaskHandler uncaught() {
        return scheduler.uncaught;
    }

    /** Wakes the task that awaits the handle. A waker written by hand may throw, which must not stop the executor. */
    private void wakeJoiner(Waker joiner) {
        try {
            joiner.wake();
        } catch (Throwable thrown) {
            TaskFailure.report(thrown, scheduler.uncaught);
        }
    }

    /** Drops the future, unless it has ended. If that throws, the result is a failure, with an earlier one before it. */
    private Object dropFuture(Object result) {
        Object shown = result;
        Future<T> finished = endFuture();
        if (finished != null) {
            try {
                finished.drop();
            } catch (Throwable thrown) {
                Traced.restore(thrown, finished);
                if (result instanceof TaskValue<?> value) {
                    value.release(new Drops(thrown));
                }
                shown = TaskEnd.afterDrop(result, thrown);
            }
        }
        return shown instanceof Throwable failure ? TaskEnd.recorded(failure) : shown;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void drop() {
        if (!letsGoOfJoiner()) {
            return;
        }
        markDetached();
        // After DETACHED is on; the worker sets the outcome and then looks at DETACHED. So one of the two reports the
        // failure.
        Object seen = outcome();
        if (seen instanceof TaskValue<?> value) {
            value.release(scheduler.uncaught);
        } else if (isOutcome(seen) && !(seen instanceof Poll.Ready<?>)) {
            failureOf(seen).reportTo(scheduler.uncaught);
        }
    }

    /** The name of the task, as in a {@link TaskDump}. */
    @Override
    public String toString() {
        return "task " + Integer.toUnsignedString(id);
    }

    /** The number of the task, as in a {@link TaskDump}, and whether it can go on. */
    @Override
    public String state() {
        String task = "JoinHandle, task " + Integer.toUnsignedString(id);
        if (isFinished()) {
            return task + ", finished";
        }
        return task + ", " + status().name().toLowerCase(Locale.ROOT);
    }

    /** Always null: what the task's future waits for may be polled by another thread at this moment. */
    @Override
    public Future<?> awaited() {
        return null;
    }
}
