package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * One task: the root future with its state, and at once its handle, the data of its wakers, and the node of the queues it is in.
 *
 * <p>The state is a set of bits. SCHEDULED: it is in a queue, or will be when the present poll ends. RUNNING: the lock on the future.
 * A task is put in a queue by whoever turns SCHEDULED on while RUNNING is off, or else by the runner, so it is never there twice. A
 * finished task stays RUNNING for ever, so that late wakes and aborts fall flat without further ado.
 */
final class Task<T> implements JoinHandle<T>, Runnable {
    /** How many ready leaves a poll may pass before the task yields. tokio's number. */
    static final int BUDGET = 128;

    private static final int SCHEDULED = 1;
    private static final int RUNNING = 1 << 1;
    private static final int ABORTED = 1 << 2;
    private static final int DETACHED = 1 << 3;

    private static final VarHandle STATE;
    private static final VarHandle OUTCOME;
    private static final RawWakerVTable VTABLE = new TaskVTable();

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Task.class, "state", int.class);
            OUTCOME = lookup.findVarHandle(Task.class, "outcome", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Why there is no value: what the future threw, or if cancelled, null or what kept the executor from going on. */
    private record Failure(Throwable cause, boolean cancelled) {}

    private final Scheduler scheduler;
    private final Waker waker;
    /** Touched by the runner only; null once dropped. */
    private Future<T> future;

    private volatile int state = SCHEDULED;
    /** Null; or the {@link Waker} of who awaits the handle; or the outcome, which is a {@link Poll.Ready} or a {@link Failure}. */
    private volatile Object outcome;

    /** The next in the queue that this task is in; it belongs to that queue. */
    Task<?> nextQueued;
    /** Neighbours in {@link OwnedTasks}, which guards them. */
    Task<?> previousOwned;

    Task<?> nextOwned;

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
        int before = (int) STATE.getAndBitwiseOr(this, SCHEDULED | ABORTED);
        if ((before & (SCHEDULED | RUNNING)) == 0) {
            scheduler.schedule(this);
        }
    }

    /** As {@link #runOnce()}, for a thread that is lent by someone else's executor. */
    @Override
    public void run() {
        Enter entered = Enter.enter("a ThreadPool");
        try {
            runOnce();
        } finally {
            entered.close();
        }
    }

    /**
     * Polls the future, or drops it if the task was aborted. Called by who took the task from a queue.
     *
     * @return whether the task has finished
     */
    boolean runOnce() {
        // SCHEDULED goes before the poll, so that a wake during the poll is not lost.
        int before = (int) STATE.getAndBitwiseXor(this, SCHEDULED | RUNNING);
        if ((before & ABORTED) != 0) {
            finish(new Failure(null, true));
            return true;
        }
        Poll<T> poll;
        try {
            poll = Objects.requireNonNull(future.poll(Context.withBudget(waker, BUDGET)), "poll gave null");
        } catch (Throwable failure) {
            finish(new Failure(failure, false));
            return true;
        }
        if (poll.isReady()) {
            finish(poll);
            return true;
        }
        suspend();
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
    void reject(RuntimeException reason) {
        int now = state;
        while ((now & (SCHEDULED | RUNNING)) == SCHEDULED) {
            if (STATE.compareAndSet(this, now, now ^ (SCHEDULED | RUNNING))) {
                finish(new Failure(reason, true));
                return;
            }
            now = state;
        }
    }

    /** Drops the future, shows the outcome, wakes who awaits it: in this order. Called by the runner, which stays RUNNING. */
    private void finish(Object result) {
        Object shown = dropFuture(result);
        Object awaiting = OUTCOME.getAndSet(this, shown);
        scheduler.owned.remove(this);
        if (awaiting instanceof Waker joiner) {
            wake(joiner);
        } else if ((state & DETACHED) != 0 && shown instanceof Failure failure && !failure.cancelled()) {
            report(failure.cause());
        }
    }

    /** A waker made by hand may throw, which is no reason for the executor to stop. */
    private static void wake(Waker joiner) {
        try {
            joiner.wake();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private static void report(Throwable unheard) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, unheard);
    }

    /** Drops the future. A throw from that is a failure of the task, and does not hide an earlier one. */
    private Object dropFuture(Object result) {
        Future<T> finished = future;
        future = null;
        try {
            finished.drop();
            return result;
        } catch (Throwable thrown) {
            if (result instanceof Failure failure && failure.cause() != null) {
                if (failure.cause() != thrown) {
                    failure.cause().addSuppressed(thrown);
                }
                return result;
            }
            return new Failure(thrown, false);
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
    }

    /** The outcome in the place of the future itself: what that threw is thrown as it is, for which X stands. */
    @SuppressWarnings("unchecked") // X is erased, so nothing is cast there; T is the type of this task's future
    <X extends Throwable> T result() throws X {
        Object seen = outcome;
        if (seen instanceof Failure failure) {
            if (failure.cancelled()) {
                throw JoinException.cancelled(failure.cause());
            }
            throw (X) failure.cause();
        }
        return ((Poll.Ready<T>) seen).value();
    }

    private static boolean isOutcome(Object seen) {
        return seen instanceof Poll.Ready<?> || seen instanceof Failure;
    }

    @SuppressWarnings("unchecked") // only polls of this task's future get there
    private Poll<T> show(Object seen) {
        if (seen instanceof Failure failure) {
            throw failure.cancelled()
                    ? JoinException.cancelled(failure.cause())
                    : JoinException.failed(failure.cause());
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
