package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.Members;

/** Waits for a task of a {@link JoinSet}, as one of the futures in it. Unlike the handle, it owns the task: dropping it aborts. */
final class Joining<T> extends OwnedFuture<Joined<T>> implements Traced {
    private final Task<T> task;
    private final Members<Joining<T>> set;
    private boolean detached;
    /** Whether it was given up before, and gave the task time to clean up. */
    private boolean aborted;

    Joining(Task<T> task, Members<Joining<T>> set) {
        this.task = task;
        this.set = set;
    }

    JoinHandle<T> task() {
        return task;
    }

    /** The next drop leaves the task alone. */
    void detach() {
        detached = true;
    }

    @Override
    public Poll<Joined<T>> poll(Context cx) {
        boolean waits = false;
        try {
            Poll<T> poll = task.poll(cx);
            waits = poll.isPending();
            return poll.map(value -> new Joined<>(task.id(), value, null));
        } catch (JoinException failure) {
            return Poll.ready(new Joined<>(task.id(), null, failure));
        } finally {
            if (!waits) {
                set.remove(this); // also if it throws something else, as of a value that a failed scope has released
            }
        }
    }

    /** Waits for the end of the task. It throws what the task, or its cleanup, has thrown. */
    @Override
    public Poll<Void> pollDrop(Context cx) {
        if (!aborted) {
            aborted = true;
            task.abort();
        }
        try {
            if (!task.pollEnd(cx)) {
                return Poll.pending();
            }
        } catch (JoinException end) {
            if (!end.isCancelled()) {
                set.remove(this);
                throw end;
            }
        }
        detached = true; // it has ended
        drop();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        set.remove(this);
        if (!detached && aborted) {
            task.abortNow();
        } else if (!detached) {
            task.abort();
        }
        task.drop();
    }

    @Override
    public Undelivered<? super Joined<T>> undelivered() {
        Undelivered<? super T> ofValue = task.undelivered();
        return joined -> {
            if (joined.failure() == null) {
                ofValue.release(joined.value());
            }
        };
    }

    @Override
    public String state() {
        return task.state();
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
