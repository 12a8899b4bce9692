package dev.asyncfn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

/**
 * The future of a {@link CompletionStage}. One slot holds first the waker of the newest poll, then the outcome. The thread that replaces a
 * waker owns it, so it is woken or dropped exactly once, and storing a waker fails if the outcome came first.
 */
final class StageFuture<T, E extends Exception> implements TryFuture<T, E>, BiConsumer<T, Throwable> {
    private static final VarHandle SLOT;

    static {
        try {
            SLOT = MethodHandles.lookup().findVarHandle(StageFuture.class, "slot", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Failure(Throwable cause) {}

    private final CompletionStage<? extends T> stage;
    private boolean subscribed;

    /** Null, a {@link Waker}, or the outcome: a {@link Poll.Ready} or a {@link Failure}. */
    private volatile Object slot;

    StageFuture(CompletionStage<? extends T> stage) {
        this.stage = Objects.requireNonNull(stage, "stage");
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (!subscribed) {
            subscribed = true;
            subscribe();
        }
        for (; ; ) {
            Object seen = slot;
            if (seen instanceof Poll.Ready<?> || seen instanceof Failure) {
                return cx.proceed() ? outcome(seen) : Poll.pending();
            }
            Waker registered = (Waker) seen;
            if (registered != null && registered.willWake(cx.waker())) {
                return Poll.pending();
            }
            Waker waker = cx.waker().clone();
            if (SLOT.compareAndSet(this, seen, waker)) {
                dropIfAny(registered);
                return Poll.pending();
            }
            waker.drop(); // the outcome came first
        }
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
        stage.whenComplete(this);
    }

    /** The stage has completed; called by the thread that completed it. */
    @Override
    public void accept(T value, Throwable failure) {
        Object outcome = failure == null ? Poll.ready(value) : new Failure(unwrap(failure));
        if (SLOT.getAndSet(this, outcome) instanceof Waker waker) {
            waker.wake();
        }
    }

    /** Lets go of the waker; the stage belongs to the user, and continues. */
    @Override
    public void drop() {
        if (slot instanceof Waker waker && SLOT.compareAndSet(this, waker, null)) {
            waker.drop();
        }
    }

    @SuppressWarnings("unchecked") // accept and subscribe put nothing but a Poll<T> there
    private Poll<T> outcome(Object outcome) {
        if (outcome instanceof Failure failure) {
            throw Sneaky.asIs(failure.cause());
        }
        return (Poll<T>) outcome;
    }

    private static void dropIfAny(Waker waker) {
        if (waker != null) {
            waker.drop();
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
