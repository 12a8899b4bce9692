package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** A future that counts in a {@link TaskTracker} until it has ended. */
final class Tracked<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final TaskTracker tracker;
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** True during a poll, too. */
    private boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    Tracked(TaskTracker tracker, Future<T> future) {
        this.tracker = tracker;
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    /** The executor has refused it: the future belongs to the caller again. */
    void letGo() {
        if (!ended) { // or it was run before, and has ended by itself
            OwnedFuture.disclaim(future, this);
            end();
        }
    }

    private void end() {
        ended = true;
        future = null;
        tracker.ended();
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        Poll<T> poll;
        try {
            poll = Objects.requireNonNull(future.poll(cx), "poll returned null");
        } catch (Throwable thrown) {
            tracker.ended();
            throw thrown;
        }
        if (poll.isPending()) {
            ended = false;
        } else {
            ofValue = future.undelivered();
            end();
        }
        return poll;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended) {
            ended = true;
            try {
                if (future.pollDrop(cx).isPending()) {
                    ended = false;
                    return Poll.pending();
                }
            } catch (Throwable thrown) {
                tracker.ended();
                throw thrown;
            }
            end();
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            try {
                future.drop();
            } finally {
                end();
            }
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return ended ? "DONE" : "tracked";
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
