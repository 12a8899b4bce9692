package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RepeatableFuture;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.waker.Fork;

/**
 * One of several futures of the same outcome, which is computed once. Rust's {@code Shared}, from {@link Futures#shared}.
 *
 * <p>All clones have the same value or exception, and return it again when they are polled again. Polling any clone polls the inner
 * future; when it wakes, the tasks of all waiting clones are woken, so that any of them may be dropped. The inner future is dropped with
 * the last clone, unless it has ended.
 *
 * <p>The clones share the value, so none of them, and no combinator that has taken it from one, closes it. Only a value that no clone has
 * returned is {@linkplain #undelivered() released}, when the last clone is dropped.
 *
 * <p>They share the exception as well, which is a {@link dev.asyncfn.SharedFailure}: nothing is suppressed in it where it is thrown.
 *
 * <p>Each clone is used by one thread at a time; different clones may be used by different threads.
 *
 * @param <T> the type of the value
 */
public final class Shared<T> implements RepeatableFuture<T>, Traced {
    private final SharedOutcome<T> outcome;
    /** Of the task that waits for this clone. */
    final Fork.Place waker = new Fork.Place();

    private boolean dropped;
    /** Whether a second task was refused, which may drop this while the first waits. */
    private boolean refused;

    /** The inner future while the last clone waits for its cleanup; else null. */
    private Future<T> dropping;

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
     * Polls the inner future, unless another clone is polling it, or it has ended.
     *
     * @throws IllegalStateException if this was dropped
     */
    @Override
    public Poll<T> poll(Context cx) {
        checkNotDropped();
        if (!outcome.isThere()) {
            refuseSecond(cx);
            register(cx);
            outcome.advance(this, cx);
        }
        if (!outcome.isThere() || !cx.proceed()) {
            return Poll.pending();
        }
        waker.ready(cx.waker(), this);
        return outcome.get();
    }

    private void refuseSecond(Context cx) {
        try {
            waker.refuseSecond(cx.waker(), this);
        } catch (IllegalStateException another) {
            refused = true;
            throw another;
        }
    }

    /** A clone whose poll has thrown is over, and must not keep the inner future. */
    private void register(Context cx) {
        try {
            waker.register(cx.waker());
        } catch (Throwable thrown) { // by a waker written by hand
            new Drops(thrown).drop(this);
            throw thrown;
        }
    }

    /**
     * The outcome if it is there, without polling for it: ready, or throws the exception of the future; pending if there is no outcome yet.
     * Rust's {@code peek}. Thread-safe.
     *
     * @return ready with the value, which may be null and then counts as taken by this clone; or pending, also for a clone that was dropped
     *     early
     */
    public Poll<T> peek() {
        return outcome.isThere() ? outcome.get() : Poll.pending();
    }

    /** Lets go of the waiting task; the last clone drops the inner future, and waits for its cleanup. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (isAnothers()) {
            return Poll.ready(null);
        }
        if (!dropped) {
            Drops drops = new Drops(null);
            leave(drops);
            if (drops.failure() != null) { // this is over then, and is not asked again
                drops.drop(takeDropping());
                drops.rethrow();
            }
        }
        Future<T> last = takeDropping();
        if (last != null && last.pollDrop(cx).isPending()) {
            dropping = last;
            return Poll.pending();
        }
        return Poll.ready(null);
    }

    private void leave(Drops drops) {
        dropped = true;
        drops.run(waker::drop);
        drops.run(() -> dropping = outcome.leave(this));
    }

    private Future<T> takeDropping() {
        Future<T> last = dropping;
        dropping = null;
        return last;
    }

    /** Lets go of the waiting task; the last clone drops the inner future. */
    @Override
    public void drop() {
        if (isAnothers()) {
            return;
        }
        Drops drops = new Drops(null);
        if (!dropped) {
            leave(drops);
        }
        drops.drop(takeDropping());
        drops.rethrow();
    }

    /** Whether a task waits for this, and another one, which was refused, drops it. */
    private boolean isAnothers() {
        return refused && waker.isAwaited(this);
    }

    private void checkNotDropped() {
        if (dropped) {
            throw new IllegalStateException("used after it was dropped");
        }
    }

    /** Its other owners may have the value. */
    @Override
    public Undelivered<? super T> undelivered() {
        return Undelivered.keep();
    }

    @Override
    public String toString() {
        return "a clone of a shared future";
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
