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
    private final Sleep patience;
    private boolean started;
    private boolean hurried;

    AbortAndJoin(JoinHandle<?> handle, Duration bound) {
        this.task = (Task<?>) handle;
        this.patience = Sleep.of(Objects.requireNonNull(bound, "bound"));
    }

    @Override
    public Poll<Void> poll(Context cx) {
        if (!started) {
            started = true;
            task.abort();
        }
        if (hasEnded(cx)) {
            patience.drop();
            return Poll.ready(null);
        }
        if (!hurried && patience.poll(cx).isReady()) {
            hurried = true;
            task.abortNow();
        }
        return Poll.pending();
    }

    private boolean hasEnded(Context cx) {
        try {
            return task.pollEnd(cx);
        } catch (JoinException end) {
            if (end.isCancelled()) {
                return true;
            }
            patience.drop();
            throw end;
        }
    }

    /** The task still ends; nothing waits for it. */
    @Override
    public void drop() {
        patience.drop();
    }

    @Override
    public String state() {
        return hurried ? "abortAndJoin, hurried" : "abortAndJoin";
    }

    @Override
    public Future<?> awaited() {
        return task;
    }
}
