package dev.asyncfn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The future of a {@link CompletionStage}. One slot holds first the waker of the newest poll, then the outcome. The thread that replaces a
 * waker owns it, so it is woken or dropped exactly once, and storing a waker fails if the outcome came first.
 */
final class StageFuture<T, E extends Exception> implements TryFuture<T, E>, RepeatableFuture<T> {
    private static final VarHandle SLOT;

    static {
        try {
            SLOT = MethodHandles.lookup().findVarHandle(StageFuture.class, "slot", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final CompletionStage<? extends T> stage;
    private final boolean owns;
    /** Whether a poll has returned the outcome, or a drop has released it. */
    private boolean delivered;
    /** Whether a second task was refused, which may drop this while the first still waits. */
    private boolean refused;
    /** Null before the first poll, and once dropped; or if the stage had completed by then. */
    private StageCallback<T> callback;

    /** Neighbours among those that wait for the callback, which guards them. */
    StageFuture<T, ?> previous;

    StageFuture<T, ?> following;

    /** Null, a {@link Waker}, or the outcome: a {@link Poll.Ready} or a {@link StageCallback.Failure}. */
    private volatile Object slot;

    /** @param owns whether a drop cancels the stage, or releases its value */
    StageFuture(CompletionStage<? extends T> stage, boolean owns) {
        this.stage = Objects.requireNonNull(stage, "stage");
        this.owns = owns;
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (callback == null && slot == null) {
            subscribe();
        }
        for (; ; ) {
            Object seen = slot;
            if (isOutcome(seen)) {
                return cx.proceed() ? outcome(seen) : Poll.pending();
            }
            Waker registered = (Waker) seen;
            if (registered != null) {
                if (registered.willWake(cx.waker())) {
                    return Poll.pending();
                }
                refuseSecond(registered, cx.waker());
            }
            Waker waker = cloned(cx);
            if (SLOT.compareAndSet(this, seen, waker)) {
                dropIfAny(registered);
                return Poll.pending();
            }
            waker.drop(); // the outcome came first
        }
    }

    private void refuseSecond(Waker first, Waker second) {
        try {
            first.refuseSecond(this, second);
        } catch (IllegalStateException awaited) {
            refused = true;
            throw awaited;
        }
    }

    /** A future whose poll has thrown keeps nothing. */
    private Waker cloned(Context cx) {
        try {
            return cx.waker().clone();
        } catch (Throwable thrown) { // by a waker written by hand
            try {
                drop();
            } catch (Throwable another) {
                SharedFailure.suppress(thrown, another);
            }
            throw thrown;
        }
    }

    private static boolean isOutcome(Object seen) {
        return seen instanceof Poll.Ready<?> || seen instanceof StageCallback.Failure;
    }

    /** Asks the stage for its outcome: directly if it is there, otherwise by a callback, which runs at once if the stage is complete. */
    private void subscribe() {
        // Subclasses may not allow isDone and join: CompletableFuture's own minimal stages do not.
        if (stage.getClass() == CompletableFuture.class) {
            CompletableFuture<? extends T> future = (CompletableFuture<? extends T>) stage;
            if (future.isDone() && !future.isCompletedExceptionally()) {
                slot = Poll.<T>ready(future.join());
                return;
            }
        }
        callback = StageCallback.join(stage, this);
    }

    /** The stage has completed; called by the thread that completed it, or by that which subscribes. */
    void complete(Object outcome) {
        if (SLOT.getAndSet(this, outcome) instanceof Waker waker) {
            waker.wake();
        }
    }

    /**
     * Lets go of the waker, and of its place among those that wait. A stage that it owns is cancelled; or if that comes too late, the value
     * is released that no poll has returned. If a second task was refused, it has no effect while the first waits.
     */
    @Override
    public void drop() {
        if (delivered || refused && slot instanceof Waker first && first.isAwaiting(this)) {
            return;
        }
        StageCallback<T> left = callback;
        if (left != null && !isOutcome(slot)) {
            callback = null;
            left.leave(stage, this);
            if (slot instanceof Waker waker && SLOT.compareAndSet(this, waker, null)) {
                waker.drop();
            }
        }
        if (owns) {
            giveUp();
        }
    }

    private void giveUp() {
        delivered = true;
        if (stage instanceof CompletableFuture<? extends T> future && isCompletedByCancel(future)) {
            if (!future.isCompletedExceptionally()) {
                release(future.join());
            }
        } else if (slot instanceof Poll.Ready<?>) {
            release(((Poll.Ready<T>) outcome(slot)).value());
        }
    }

    /** Cancels the stage unless it has completed. False for a minimal one, which can only be waited for. */
    private static boolean isCompletedByCancel(CompletableFuture<?> stage) {
        try {
            stage.cancel(true);
            return stage.isDone();
        } catch (UnsupportedOperationException minimal) {
            return false;
        }
    }

    private void release(T value) {
        try {
            Undelivered.close().release(value);
        } catch (Exception failure) {
            throw Sneaky.asIs(failure);
        }
    }

    /** A stage that is shared has the value, too. */
    @Override
    public Undelivered<? super T> undelivered() {
        return owns ? Undelivered.close() : Undelivered.keep();
    }

    @SuppressWarnings("unchecked") // complete and subscribe put nothing but a Poll<T> there
    private Poll<T> outcome(Object outcome) {
        if (outcome instanceof StageCallback.Failure failure) {
            throw Sneaky.asIs(Awaited.here(noted(failure.cause())));
        }
        delivered = true;
        return (Poll<T>) outcome;
    }

    /** Others may wait for a stage that this owns, too, though they should not. */
    private Throwable noted(Throwable failure) {
        if (owns) {
            SharedFailure.thrown(failure);
        } else {
            SharedFailure.mark(failure);
        }
        return failure;
    }

    @Override
    public String toString() {
        return "the future of " + stage;
    }

    private static void dropIfAny(Waker waker) {
        if (waker != null) {
            waker.drop();
        }
    }
}
