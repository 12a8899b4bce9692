package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.waker.Fork;
import java.util.Objects;

/** The shared part of the clones of a {@link Shared}: the future, then its outcome. The future's waker wakes all of them. */
final class SharedOutcome<T> extends Fork {
    /**
     * How many calls deep the end of a poll may go. A stack that overflows in the poll has as much room for it afterwards, as it had before.
     */
    private static final int RESERVED_CALLS = 40;

    /** Null during its poll, and once it has ended. This and the following are guarded by the monitor, with which nothing is called. */
    private Future<T> future;

    private boolean polling;
    /** Whether another clone was polled in the meantime, and sent away. */
    private boolean contended;

    private Shared<T> clones;

    /** Null, a {@link Poll.Ready}, or the exception of the future. */
    private volatile Object outcome;

    /** How to release the value; null unless there is one that no clone has returned. */
    private volatile Undelivered<? super T> untaken;

    SharedOutcome(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    boolean isThere() {
        return outcome != null;
    }

    @SuppressWarnings("unchecked") // nothing but polls of the future, and failures, get there
    Poll<T> get() {
        if (outcome instanceof Throwable failure) {
            throw Sneaky.asIs(failure);
        }
        if (untaken != null) {
            untaken = null;
        }
        return (Poll<T>) outcome;
    }

    synchronized Future<T> awaited() {
        return future;
    }

    synchronized void add(Shared<T> clone) {
        clone.following = clones;
        if (clones != null) {
            clones.previous = clone;
        }
        clones = clone;
    }

    /**
     * Polls the future for a clone that has registered its waker.
     *
     * <p>However the poll fails, even because there is no memory or stack left, its end is noted: the other clones would wait for ever.
     */
    void advance(Shared<T> by, Context cx) {
        reserveStack(RESERVED_CALLS);
        Future<T> polled = begin();
        if (polled == null) {
            return; // there is an outcome, or the polling clone will wake
        }
        Object result = null;
        Undelivered<? super T> how = null;
        try {
            Poll<T> poll = Objects.requireNonNull(polled.poll(cx.withWaker(waker())), "poll returned null");
            how = poll.isReady() ? polled.undelivered() : null;
            result = poll.isReady() ? poll : null;
        } catch (Throwable failure) {
            result = failure;
            Traced.restore(failure, polled); // once, for all clones
            SharedFailure.mark(failure);
        } finally {
            if (end(polled, result, how)) {
                wakeAll(enlistAllBut(by, null));
            }
        }
    }

    /** Throws the {@link StackOverflowError} here, where nothing has been done yet, if so many calls are too many. */
    private static int reserveStack(int calls) {
        return calls == 0 ? 0 : reserveStack(calls - 1) + 1;
    }

    private synchronized Future<T> begin() {
        if (polling) {
            contended = true;
            return null;
        }
        Future<T> idle = future;
        polling = idle != null;
        future = null;
        return idle;
    }

    /**
     * Takes note of how the poll has ended.
     *
     * @param how how to release the value; null unless there is one
     * @return whether to wake the other clones: for the outcome, or because they were sent away and a wake may have come before
     *     they were, to a task that does not care any more
     */
    private boolean end(Future<T> polled, Object result, Undelivered<? super T> how) {
        boolean wake;
        boolean abandoned;
        synchronized (this) {
            polling = false;
            abandoned = clones == null;
            if (result == null && !abandoned) {
                future = polled;
            }
            untaken = how;
            outcome = result;
            wake = result != null || contended;
            contended = false;
        }
        if (abandoned) {
            abandon(result == null ? polled : null); // by itself, in its poll
        }
        return wake;
    }

    /** The future is worth polling again: by any of the clones. */
    @Override
    protected Place enlist(Place others) {
        return enlistAllBut(null, others);
    }

    private synchronized Place enlistAllBut(Shared<T> one, Place others) {
        Place list = others;
        for (Shared<T> clone = clones; clone != null; clone = clone.following) {
            if (clone != one) {
                list = clone.waker.before(list);
            }
        }
        return list;
    }

    /** Removes a clone. The last one releases a value that none has returned, and has to drop the future if it gets it. */
    Future<T> leave(Shared<T> clone) {
        if (!unlink(clone)) {
            return null;
        }
        Future<T> left = takeFuture();
        abandon(null);
        return left;
    }

    /** Drops the future, unless it is null, and releases a value that no clone has returned. */
    private void abandon(Future<T> dropped) {
        Drops drops = new Drops(null);
        drops.drop(dropped);
        Undelivered<? super T> how = untaken;
        if (how != null && get() instanceof Poll.Ready<T> ready) { // which takes it
            drops.release(how, ready.value());
        }
        drops.rethrow();
    }

    private synchronized Future<T> takeFuture() {
        Future<T> taken = future;
        future = null;
        return taken;
    }

    /** Removes a clone, and returns whether it was the last. */
    private synchronized boolean unlink(Shared<T> clone) {
        if (clone.previous == null) {
            clones = clone.following;
        } else {
            clone.previous.following = clone.following;
        }
        if (clone.following != null) {
            clone.following.previous = clone.previous;
        }
        return clones == null;
    }

    @Override
    public String toString() {
        return "a Shared";
    }
}
