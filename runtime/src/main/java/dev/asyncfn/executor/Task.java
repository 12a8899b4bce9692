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
import java.util.Objects;
import java.util.Optional;

/**
 * One task: the root future with its state, and at once its handle, the data of its wakers, and the node of the queues it is in.
 *
 * <p>The state is a set of bits. SCHEDULED: it is in a queue, or will be when the present poll ends. RUNNING: the lock on the future.
 * A task is put in a queue by whoever turns SCHEDULED on while RUNNING is off, or else by the runner, so it is never there twice. A
 * finished task stays RUNNING for ever, so that late wakes and aborts fall flat without further ado. INSPECTED: a dump reads the future;
 * it is put on only while RUNNING is off, and who turns RUNNING on meanwhile waits for its end before it touches the future.
 */
final class Task<T> implements JoinHandle<T>, Runnable, Traced {
    private static final int SCHEDULED = 1;
    private static final int RUNNING = 1 << 1;
    private static final int ABORTED = 1 << 2;
    /** Aborted not by its handle, but with its executor. */
    private static final int SHUT_DOWN = 1 << 3;

    private static final int DETACHED = 1 << 4;
    private static final int INSPECTED = 1 << 5;

    private static final VarHandle STATE;
    private static final VarHandle OUTCOME;
    private static final VarHandle SCOPES;
    private static final RawWakerVTable VTABLE = new TaskVTable();

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Task.class, "state", int.class);
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

    private volatile int state = SCHEDULED;
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

    Task(Future<T> future, Scheduler scheduler) {
        this.future = future;
        this.scheduler = scheduler;
        this.waker = Waker.fromRaw(new RawWaker(this, VTABLE));
    }

    /** What wakers do. Setting the bit also publishes the waking thread's memory to the next poll, scheduled already or not. */
    void schedule() {
        int before = (int) STATE.getAndBitwiseOr(this, SCHEDULED);
        if ((before & (SCHEDULED | RUNNING)) == 0) {
            scheduler.schedule(this);
        }
    }

    @Override
    public void abort() {
        end(SCHEDULED | ABORTED);
    }

    /** As {@link #abort()}, on behalf of the executor. */
    void shutDown() {
        end(SCHEDULED | ABORTED | SHUT_DOWN);
    }

    private void end(int bits) {
        int before = (int) STATE.getAndBitwiseOr(this, bits);
        if ((before & (SCHEDULED | RUNNING)) == 0) {
            scheduler.schedule(this);
        }
    }

    /** The job of this task, for who was given it as a {@link Runnable}. */
    @Override
    public void run() {
        scheduler.run(this);
    }

    /**
     * Polls the future, or drops it if the task was aborted. Called by who took the task from a queue; does nothing if that was not due,
     * as when an executor runs a job that it had rejected.
     *
     * @return whether the task has finished now
     */
    boolean runOnce() {
        if (!start()) {
            return false;
        }
        if ((state & ABORTED) != 0) {
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
        suspend();
        return false;
    }

    /** Takes the lock of a scheduled task. SCHEDULED goes before the poll, so that a wake during the poll is not lost. */
    private boolean start() {
        int now = state;
        while ((now & (SCHEDULED | RUNNING)) == SCHEDULED) {
            if (STATE.compareAndSet(this, now, now ^ (SCHEDULED | RUNNING))) {
                if ((now & INSPECTED) != 0) {
                    awaitInspection();
                }
                return true;
            }
            now = state;
        }
        return false;
    }

    /** Lets go of the future, and queues the task again if it was woken, or aborted, meanwhile. */
    private void suspend() {
        int before = (int) STATE.getAndBitwiseAnd(this, ~RUNNING);
        if ((before & SCHEDULED) != 0) {
            scheduler.schedule(this);
        }
    }

    /**
     * Ends a scheduled task that the executor will not run; the future is dropped in this thread, for want of another. Several threads may
     * come to that conclusion at once.
     *
     * @param reason what kept the executor from running it, or null
     */
    void reject(Throwable reason) {
        if (start()) {
            finish((state & ABORTED) == 0 ? TaskFailure.rejected(reason) : cancelled(reason));
        }
    }

    /** Why an aborted task has ended; the reason that it did so in another way than usual may be null. */
    private TaskFailure cancelled(Throwable reason) {
        return (state & SHUT_DOWN) != 0 ? TaskFailure.shutDown(reason) : TaskFailure.aborted(reason);
    }

    /**
     * What a dump tells of this task; empty if it has finished. The bits make what the last poll wrote visible here, and keep the next
     * poll away.
     */
    Optional<TaskDump.Entry> inspect() {
        for (int now = state; (now & RUNNING) == 0; now = state) {
            if ((now & INSPECTED) != 0) {
                awaitInspection();
            } else if (STATE.compareAndSet(this, now, now | INSPECTED)) {
                TaskDump.Status status = (now & SCHEDULED) == 0 ? TaskDump.Status.SUSPENDED : TaskDump.Status.SCHEDULED;
                try {
                    return Optional.of(new TaskDump.Entry(id, status, TaskDump.Node.of(future)));
                } finally {
                    STATE.getAndBitwiseAnd(this, ~INSPECTED);
                }
            }
        }
        return isFinished() ? Optional.empty() : Optional.of(new TaskDump.Entry(id, TaskDump.Status.RUNNING, null));
    }

    /** Waits until a dump has read the future, which takes microseconds. */
    private void awaitInspection() {
        while ((state & INSPECTED) != 0) {
            Thread.yield();
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
            wake(joiner);
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
        if ((state & DETACHED) != 0) {
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
    private void wake(Waker joiner) {
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
        STATE.getAndBitwiseOr(this, DETACHED);
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
        int now = state;
        if ((now & RUNNING) != 0) {
            return task + ", running";
        }
        return task + ((now & SCHEDULED) != 0 ? ", scheduled" : ", suspended");
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
            ((Task<?>) data).schedule();
        }

        @Override
        public void wakeByRef(Object data) {
            ((Task<?>) data).schedule();
        }

        @Override
        public void drop(Object data) {}
    }
}
