package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
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

    SharedOutcome(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    boolean isThere() {
        return outcome != null;
    }

    @SuppressWarnings("unchecked") // nothing but polls of the future, and failures, get there
    Poll<T> get() {
        if (outcome instanceof Throwable failure) {
            throw Sneaky.asIs(failure);
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
        try {
            Poll<T> poll = Objects.requireNonNull(polled.poll(cx.withWaker(waker())), "poll returned null");
            result = poll.isReady() ? poll : null;
        } catch (Throwable failure) {
            result = failure;
            Traced.restore(failure, polled); // once, for all clones
        } finally {
            if (end(polled, result)) {
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
     * @return whether to wake the other clones: for the outcome, or because they were sent away and a wake may have come before
     *     they were, to a task that does not care any more
     */
    private boolean end(Future<T> polled, Object result) {
        boolean wake;
        boolean abandoned;
        synchronized (this) {
            polling = false;
            abandoned = result == null && clones == null;
            if (result == null && !abandoned) {
                future = polled;
            }
            outcome = result;
            wake = result != null || contended;
            contended = false;
        }
        if (abandoned) {
            polled.drop(); // by itself, in its poll
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

    void remove(Shared<T> clone) {
        Future<T> abandoned = unlink(clone);
        if (abandoned != null) {
            abandoned.drop();
        }
    }

    /** The future, if this was the last clone. */
    private synchronized Future<T> unlink(Shared<T> clone) {
        if (clone.previous == null) {
            clones = clone.following;
        } else {
            clone.previous.following = clone.following;
        }
        if (clone.following != null) {
            clone.following.previous = clone.previous;
        }
        if (clones != null) {
            return null;
        }
        Future<T> abandoned = future;
        future = null;
        return abandoned;
    }
}
