package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.Objects;

/** Aborts a task, and waits for its end: for so long in patience, then in a hurry. */
final class AbortAndJoin extends OwnedFuture<Void> implements Traced {
    private final Task<?> task;
    private final Duration bound;
    /** From the abort on, which comes with the first poll; null before. */
    private Sleep patience;

    private boolean hurried;
    /** Whether it was ready, has thrown or was dropped. */
    private boolean ended;

    AbortAndJoin(JoinHandle<?> handle, Duration bound) {
        this.task = (Task<?>) handle;
        this.bound = Objects.requireNonNull(bound, "bound");
    }

    @Override
    public Poll<Void> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        boolean waits = false;
        try {
            waits = !tryEnd(cx);
            return waits ? Poll.pending() : Poll.ready(null);
        } finally {
            if (!waits) {
                drop();
            }
        }
    }

    private boolean tryEnd(Context cx) {
        if (patience == null) {
            patience = Sleep.of(bound);
            task.abort();
        }
        if (hasEnded(cx)) {
            return true;
        }
        if (!hurried && patience.poll(cx).isReady()) {
            hurried = true;
            task.abortNow();
        }
        return false;
    }

    private boolean hasEnded(Context cx) {
        try {
            return task.pollEnd(cx);
        } catch (JoinException end) {
            if (end.isCancelled()) {
                return true;
            }
            throw end;
        }
    }

    /** The task still ends; nothing waits for it. */
    @Override
    public void drop() {
        ended = true;
        if (patience != null) {
            patience.drop();
        }
    }

    @Override
    public String state() {
        if (ended) {
            return "DONE";
        }
        return hurried ? "abortAndJoin, hurried" : "abortAndJoin";
    }

    @Override
    public Future<?> awaited() {
        return ended ? null : task;
    }
}
