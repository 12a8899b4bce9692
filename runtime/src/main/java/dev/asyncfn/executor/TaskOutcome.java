package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.RepeatableFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The outcome of a task, and before that the waker of the task that awaits it: what the handle shows. A superclass of the task, for the
 * reason that {@link TaskState} is one.
 */
abstract sealed class TaskOutcome<T> extends TaskState implements RepeatableFuture<T> permits Task {
    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(TaskOutcome.class, "outcome", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * First null, or the {@link Waker} of the task that awaits the handle; then, for good, the outcome: a {@link Poll.Ready}, a
     * {@link TaskValue} or a {@link TaskFailure}, or in place of that the exception itself if there was no memory for it, until it is
     * {@linkplain #failureOf looked at}. It is set after the future was dropped, so code that sees the outcome also sees the effects of the
     * drop.
     */
    private volatile Object outcome;

    TaskOutcome(int state) {
        super(state);
    }

    /** What is there now: see {@link #isOutcome}. */
    final Object outcome() {
        return outcome;
    }

    /** Called once, by the worker that ends the task. Returns the waker of the task that awaits the handle, which is then the caller's, or null. */
    final Waker setOutcome(Object shown) {
        return OUTCOME.getAndSet(this, shown) instanceof Waker joiner ? joiner : null;
    }

    /** Lets go of the task that awaits the handle. False if that is woken all the same, as this is a drop by one that was refused. */
    final boolean letsGoOfJoiner() {
        if (outcome instanceof Waker joiner) {
            if (joiner.isAwaiting(this)) {
                return false;
            }
            if (OUTCOME.compareAndSet(this, joiner, null)) {
                joiner.drop();
            }
        }
        return true;
    }

    /**
     * The failure that is the outcome, or null if that is a value. An exception in its place is replaced by it now, once for all threads.
     *
     * @param seen the outcome
     */
    final TaskFailure failureOf(Object seen) {
        if (seen instanceof Throwable thrown) {
            Object made = TaskFailure.threw(thrown);
            Object found = OUTCOME.compareAndExchange(this, seen, made);
            return (TaskFailure) (found == seen ? made : found);
        }
        return seen instanceof TaskFailure failure ? failure : null;
    }

    @Override
    public final Poll<T> poll(Context cx) {
        return isThere(cx) ? show(outcome) : Poll.pending();
    }

    /**
     * As {@link #poll}, but a value stays with the handle, for whoever asks for it later.
     *
     * @return whether the task has ended with a value
     * @throws JoinException as a poll does
     */
    final boolean pollEnd(Context cx) {
        if (!isThere(cx)) {
            return false;
        }
        if (failureOf(outcome) != null) {
            show(outcome);
        }
        return true;
    }

    /** Whether the outcome is there; else the waker is kept. */
    private boolean isThere(Context cx) {
        for (; ; ) {
            Object seen = outcome;
            if (isOutcome(seen)) {
                return cx.proceed();
            }
            Waker registered = (Waker) seen;
            if (registered != null) {
                if (registered.willWake(cx.waker())) {
                    return false;
                }
                Awaiting.refuseSecond((Task<T>) this, registered, cx.waker());
            }
            Waker joiner = cx.waker().clone();
            if (OUTCOME.compareAndSet(this, seen, joiner)) {
                if (registered != null) {
                    registered.drop();
                }
                return false;
            }
            joiner.drop(); // the outcome came first
        }
    }

    /** As {@link JoinHandle#isFinished()}. */
    public final boolean isFinished() {
        return isOutcome(outcome);
    }

    /** What becomes of a value that a combinator has taken from the handle: as if it came from the future itself. */
    @Override
    @SuppressWarnings("unchecked") // the value of this task's future
    public final Undelivered<? super T> undelivered() {
        return outcome instanceof TaskValue<?> value ? ((TaskValue<T>) value).undelivered() : Undelivered.keep();
    }

    /**
     * The result of the future itself. For a task that has finished.
     *
     * @return the value, which may be null
     * @throws X the exception of the future, unchanged; X lets it be thrown undeclared; or a {@link JoinException} if the task was cancelled
     */
    @SuppressWarnings("unchecked") // X is erased, so nothing is cast there; T is the type of this task's future
    final <X extends Throwable> T result() throws X {
        Object seen = outcome;
        TaskFailure failure = failureOf(seen);
        if (failure != null) {
            failure.hear();
            throw (X) (failure.isThrown() ? failure.cause() : failure.toException());
        }
        return ((Poll.Ready<T>) show(seen)).value();
    }

    static boolean isOutcome(Object seen) {
        return seen != null && !(seen instanceof Waker);
    }

    @SuppressWarnings("unchecked") // only polls of this task's future get there
    private Poll<T> show(Object seen) {
        TaskFailure failure = failureOf(seen);
        if (failure != null) {
            failure.hear();
            throw failure.toException();
        }
        return seen instanceof TaskValue<?> value ? ((TaskValue<T>) value).take() : (Poll<T>) seen;
    }
}
