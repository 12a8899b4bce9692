package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.failure.Uncaught;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The shared part of the clones of a {@link Shared}: the future, then its outcome. The future's waker wakes all of them. */
final class SharedOutcome<T> implements Wake {
    private record Failure(Throwable cause) {}

    private final Waker waker = Waker.from(this);

    /** Null during its poll, and once it has ended. This and the following are guarded by the monitor, with which nothing is called. */
    private Future<T> future;

    private boolean polling;
    /** Whether another clone was polled in the meantime, and sent away. */
    private boolean contended;

    private Shared<T> clones;

    /** Null, a {@link Poll.Ready}, or a {@link Failure}. */
    private volatile Object outcome;

    SharedOutcome(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    boolean isThere() {
        return outcome != null;
    }

    @SuppressWarnings("unchecked") // nothing but polls of the future, and failures, get there
    Poll<T> get() {
        if (outcome instanceof Failure failure) {
            throw Sneaky.asIs(failure.cause());
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

    /** Polls the future for a clone that has registered its waker. */
    void advance(Shared<T> by, Context cx) {
        Future<T> polled = begin();
        if (polled == null) {
            return; // there is an outcome, or the polling clone will wake
        }
        Object result;
        try {
            Poll<T> poll = Objects.requireNonNull(polled.poll(cx.withWaker(waker)), "poll returned null");
            result = poll.isReady() ? poll : null;
        } catch (Throwable failure) {
            Traced.restore(failure, polled); // once, for all clones
            result = new Failure(failure);
        }
        if (end(polled, result)) {
            wakeAllBut(by);
        }
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
    public void wake() {
        wakeAllBut(null);
    }

    private void wakeAllBut(Shared<T> one) {
        for (Shared<T> clone : others(one)) {
            try {
                clone.wake();
            } catch (
                    Throwable
                            thrown) { // by a waker written by hand, which is neither the others' fault nor the future's
                Uncaught.report(thrown);
            }
        }
    }

    private synchronized List<Shared<T>> others(Shared<T> one) {
        List<Shared<T>> others = new ArrayList<>();
        for (Shared<T> clone = clones; clone != null; clone = clone.following) {
            if (clone != one) {
                others.add(clone);
            }
        }
        return others;
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
