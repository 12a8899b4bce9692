package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One task. To save memory one object is all of it: the owner of the root future with its {@linkplain TaskState state}, the handle, the
 * data of its wakers, the job for an {@link java.util.concurrent.Executor}, and the node of the queue and of the list that it is in.
 *
 * <p>Wakers, the handle and dumps may call it on any thread. Only the worker that has {@linkplain TaskState#tryStart started} it touches
 * the future.
 */
final class Task<T> extends TaskState implements JoinHandle<T>, Runnable, Traced {
    private static final VarHandle OUTCOME;
    private static final VarHandle SCOPES;
    private static final RawWakerVTable VTABLE = new TaskVTable();

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OUTCOME = lookup.findVarHandle(Task.class, "outcome", Object.class);
            SCOPES = lookup.findVarHandle(Task.class, "scopes", Membership.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The scopes that a task is in, the newest first: more than one if a spawner that was given to one spawns in another. */
    private record Membership(TaskScope scope, Membership others) {}

    private final Scheduler scheduler;
    private final Waker waker;
    /** Touched by the runner only; null once dropped. */
    private Future<T> future;

    /** Null; or the {@link Waker} of who awaits the handle; or the outcome, which is a {@link Poll.Ready} or a {@link TaskFailure}. */
    private volatile Object outcome;

    /** Who is told of the end besides the handle, or null; taken by who has told it. */
    private volatile Membership scopes;

    /** The next in the queue that this task is in; it belongs to that queue. */
    Task<?> nextQueued;
    /** Neighbours in {@link OwnedTasks}, which guards them. */
    Task<?> previousOwned;

    Task<?> nextOwned;
    /** Given by {@link OwnedTasks}. */
    int id;

    /** A task that is scheduled already; the caller has to queue it. */
    Task(Future<T> future, Scheduler scheduler) {
        super(SCHEDULED);
        this.future = future;
        this.scheduler = scheduler;
        this.waker = Waker.fromRaw(new RawWaker(this, VTABLE));
    }

    /** What its wakers do, and an executor that polls without a wake. */
    void wake() {
        if (markWoken()) {
            scheduler.schedule(this);
        }
    }

    @Override
    public void abort() {
        if (markAborted()) {
            scheduler.schedule(this);
        }
    }

    /** As {@link #abort()}, on behalf of the executor. */
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
     * Polls the future, or drops it if the task was aborted. Called by the worker that has taken the task from a queue. Does nothing if
     * no poll is due, as when an executor runs a job that it had rejected. Throws nothing that the future throws: that is its outcome.
     *
     * @return whether the task has finished now
     */
    boolean runOnce() {
        if (!tryStart()) {
            return false;
        }
        if ((word & ABORTED) != 0) {
            finish(cancelled(null));
            return true;
        }
        Poll<T> poll;
        try {
            poll = Objects.requireNonNull(
                    future.poll(Context.withBudget(waker, Context.DEFAULT_BUDGET)), "poll gave null");
        } catch (Throwable failure) {
            Traced.restore(failure, future);
            finish(TaskFailure.threw(failure));
            return true;
        }
        if (poll.isReady()) {
            finish(poll);
            return true;
        }
        if (release()) {
            scheduler.schedule(this);
        }
        return false;
    }

    /**
     * Ends a scheduled task that the executor will not run; the future is dropped in this thread, for want of another. Several threads may
     * come to that conclusion at once.
     *
     * @param reason what kept the executor from running it, or null
     */
    void reject(Throwable reason) {
        if (tryStart()) {
            finish((word & ABORTED) != 0 ? cancelled(reason) : TaskFailure.rejected(reason));
        }
    }

    /** Why an aborted task has ended; the reason that it did so in another way than usual may be null. */
    private TaskFailure cancelled(Throwable reason) {
        return (word & SHUT_DOWN) != 0 ? TaskFailure.shutDown(reason) : TaskFailure.aborted(reason);
    }

    /** What a dump shows of this task; empty if it has finished. */
    Optional<TaskDump.Entry> inspect() {
        TaskDump.Status status = tryInspect();
        if (status == TaskDump.Status.RUNNING) {
            return isFinished() ? Optional.empty() : Optional.of(new TaskDump.Entry(id, status, null));
        }
        try {
            return Optional.of(new TaskDump.Entry(id, status, TaskDump.Node.of(future)));
        } finally {
            endInspection();
        }
    }

    /** Drops the future, shows the outcome, wakes who awaits it: in this order. Called by the runner, which stays RUNNING. */
    private void finish(Object result) {
        Object shown = dropFuture(result);
        if (shown instanceof TaskFailure failure) {
            tellScopes(scopes, failure); // first, as others in the scope may see the outcome and fail of it
        }
        Object awaiting = OUTCOME.getAndSet(this, shown);
        leaveScopes(shown);
        if (awaiting instanceof Waker joiner) {
            wakeJoiner(joiner);
        }
        if (shown instanceof TaskFailure failure) {
            listen(failure);
        }
        if (scheduler.owned.remove(this)) { // last, so that who waits for the executor knows that all have heard
            scheduler.terminated();
        }
    }

    /** Sees to it that someone hears of a failure. */
    private void listen(TaskFailure failure) {
        if ((word & DETACHED) != 0) {
            failure.reportTo(scheduler.uncaught);
        } else {
            failure.reportWhenForgotten(this, scheduler.uncaught);
        }
    }

    /** Has {@code scope} told of the end of this task, which may have come already. */
    void enterScope(TaskScope entered) {
        Membership others;
        do {
            others = scopes;
        } while (!SCOPES.compareAndSet(this, others, new Membership(entered, others)));
        Object seen = outcome;
        if (isOutcome(seen)) {
            leaveScopes(seen);
        }
    }

    private void leaveScopes(Object shown) {
        Membership left = (Membership) SCOPES.getAndSet(this, (Membership) null);
        if (shown instanceof TaskFailure failure) {
            tellScopes(left, failure);
        }
        for (Membership in = left; in != null; in = in.others) {
            in.scope.finished(this);
        }
    }

    private void tellScopes(Membership left, TaskFailure failure) {
        for (Membership in = left; in != null; in = in.others) {
            in.scope.failed(this, failure);
        }
    }

    UncaughtTaskHandler uncaught() {
        return scheduler.uncaught;
    }

    /** A waker made by hand may throw, which is no reason for the executor to stop. */
    private void wakeJoiner(Waker joiner) {
        try {
            joiner.wake();
        } catch (Throwable thrown) {
            TaskFailure.report(thrown, scheduler.uncaught);
        }
    }

    /** Drops the future. A throw from that is a failure of the task, and does not hide an earlier one. */
    private Object dropFuture(Object result) {
        Future<T> finished = future;
        future = null;
        try {
            finished.drop();
            return result;
        } catch (Throwable thrown) {
            Traced.restore(thrown, finished);
            return result instanceof TaskFailure failure ? failure.and(thrown) : TaskFailure.threw(thrown);
        }
    }

    @Override
    public Poll<T> poll(Context cx) {
        for (; ; ) {
            Object seen = outcome;
            if (isOutcome(seen)) {
                return cx.proceed() ? show(seen) : Poll.pending();
            }
            Waker registered = (Waker) seen;
            if (registered != null && registered.willWake(cx.waker())) {
                return Poll.pending();
            }
            Waker joiner = cx.waker().clone();
            if (OUTCOME.compareAndSet(this, seen, joiner)) {
                if (registered != null) {
                    registered.drop();
                }
                return Poll.pending();
            }
            joiner.drop(); // the outcome came first
        }
    }

    @Override
    public boolean isFinished() {
        return isOutcome(outcome);
    }

    @Override
    public void drop() {
        markDetached();
        if (outcome instanceof Waker joiner && OUTCOME.compareAndSet(this, joiner, null)) {
            joiner.drop();
        }
        // Looked at after DETACHED is on, and the other side the other way round: one of the two sees the failure.
        if (outcome instanceof TaskFailure failure) {
            failure.reportTo(scheduler.uncaught);
        }
    }

    /** Which task it is that the handle stands for, as in a {@link TaskDump}, and how it is. */
    @Override
    public String state() {
        String task = "JoinHandle, task " + Integer.toUnsignedString(id);
        if (isOutcome(outcome)) {
            return task + ", finished";
        }
        return task + ", " + status().name().toLowerCase(Locale.ROOT);
    }

    /** None: what the task waits for is its own affair, and perhaps another thread's. */
    @Override
    public Future<?> awaited() {
        return null;
    }

    /** The outcome in the place of the future itself: what that threw is thrown as it is, for which X stands. */
    @SuppressWarnings("unchecked") // X is erased, so nothing is cast there; T is the type of this task's future
    <X extends Throwable> T result() throws X {
        Object seen = outcome;
        if (seen instanceof TaskFailure failure) {
            failure.hear();
            throw (X) (failure.isThrown() ? failure.cause() : failure.toException());
        }
        return ((Poll.Ready<T>) seen).value();
    }

    private static boolean isOutcome(Object seen) {
        return seen instanceof Poll.Ready<?> || seen instanceof TaskFailure;
    }

    @SuppressWarnings("unchecked") // only polls of this task's future get there
    private Poll<T> show(Object seen) {
        if (seen instanceof TaskFailure failure) {
            failure.hear();
            throw failure.toException();
        }
        return (Poll<T>) seen;
    }

    /** The wakers of all tasks. They do not count: all clones are the one waker that the task keeps. */
    private static final class TaskVTable implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            ((Task<?>) data).wake();
        }

        @Override
        public void wakeByRef(Object data) {
            ((Task<?>) data).wake();
        }

        @Override
        public void drop(Object data) {}
    }
}
