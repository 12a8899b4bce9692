package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.waker.WakerSlot;

/**
 * One of several futures of the same outcome, which is computed once. Rust's {@code Shared}, from {@link Futures#shared}.
 *
 * <p>All clones give the same value, or throw the same exception, and go on to give it when they are polled again. The future within is
 * polled by whichever clone is polled; when it wakes, the tasks of all clones that wait are woken, so that any of them may go away. It
 * is dropped when the last clone is, unless it has ended.
 *
 * <p>Each clone is used by one thread at a time; different clones may be used by different threads.
 *
 * @param <T> the type of the value
 */
public final class Shared<T> implements Future<T>, Traced {
    private final SharedOutcome<T> outcome;
    /** Of the task that waits for this clone. */
    private final WakerSlot waker = new WakerSlot();

    private boolean dropped;

    /** Neighbours in the list of the clones, which the outcome guards. */
    Shared<T> previous;

    Shared<T> following;

    Shared(SharedOutcome<T> outcome) {
        this.outcome = outcome;
        outcome.add(this);
    }

    /**
     * Another future of the same outcome.
     *
     * @throws IllegalStateException if this was dropped
     */
    @Override
    public Shared<T> clone() {
        checkNotDropped();
        return new Shared<>(outcome);
    }

    /**
     * Goes on with the future within, unless another clone does at this moment, or it has ended.
     *
     * @throws IllegalStateException if this was dropped
     */
    @Override
    public Poll<T> poll(Context cx) {
        checkNotDropped();
        if (!outcome.isThere()) {
            waker.register(cx.waker());
            outcome.advance(this, cx);
        }
        if (!outcome.isThere() || !cx.proceed()) {
            return Poll.pending();
        }
        waker.drop();
        return outcome.get();
    }

    /**
     * The outcome if it is there, without polling for it: ready, or a throw of what the future threw; pending if it is not there yet.
     * Rust's {@code peek}. Thread-safe.
     */
    public Poll<T> peek() {
        return outcome.isThere() ? outcome.get() : Poll.pending();
    }

    /** Lets go of the task that waits; the last clone drops the future within. */
    @Override
    public void drop() {
        if (!dropped) {
            dropped = true;
            waker.drop();
            outcome.remove(this);
        }
    }

    void wake() {
        waker.wake();
    }

    private void checkNotDropped() {
        if (dropped) {
            throw new IllegalStateException("used after it was dropped");
        }
    }

    @Override
    public String state() {
        return dropped || outcome.isThere() ? "DONE" : "shared";
    }

    /** The future within. */
    @Override
    public Future<?> awaited() {
        return dropped ? null : outcome.awaited();
    }
}
