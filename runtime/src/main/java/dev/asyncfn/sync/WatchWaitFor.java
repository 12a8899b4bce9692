package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.function.Predicate;

/** Looks at the value of a {@link Watch}, and after each change again. */
final class WatchWaitFor<T> extends OwnedFuture<T> implements Traced {
    private final Watch.Receiver<T> receiver;
    private final Predicate<? super T> condition;
    /** Null before the first look. */
    private Future<Void> changed;
    /** The version of the last look. Not that which the receiver has seen: another task may look with the same receiver. */
    private long looked;

    private boolean ended;

    WatchWaitFor(Watch.Receiver<T> receiver, Predicate<? super T> condition) {
        this.receiver = receiver;
        this.condition = condition;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true; // unless it turns out to be pending
        try {
            Poll<T> poll = look(cx);
            ended = poll.isReady();
            return poll;
        } catch (Throwable thrown) {
            new Drops(thrown).run(this::leaveLine);
            throw thrown;
        }
    }

    private Poll<T> look(Context cx) throws Exception {
        if (changed == null) {
            receiver.checkUsable();
            if (!cx.hasBudgetRemaining()) {
                cx.proceed(); // which has the task polled again
                return Poll.pending();
            }
        } else if (!hasChanged(cx)) {
            return Poll.pending();
        }
        for (; ; ) {
            looked = receiver.version(); // first: the value may be a newer one
            T value = receiver.borrowAndUpdate();
            if (condition.test(value)) {
                if (changed == null) {
                    cx.proceed(); // later looks are paid for by the change
                }
                leaveLine();
                return Poll.ready(value);
            }
            leaveLine();
            changed = receiver.changed();
            if (changed.poll(cx).isPending()) {
                return Poll.pending();
            }
        }
    }

    /** Whether there is a value at which this has not looked. Another task with the receiver may have seen it, and the sender be gone since. */
    private boolean hasChanged(Context cx) throws Exception {
        boolean seen = false;
        try {
            seen = changed.poll(cx).isReady();
        } catch (ClosedException gone) {
            if (receiver.version() == looked) {
                throw gone;
            }
        }
        return seen || receiver.version() != looked;
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            leaveLine();
        }
    }

    private void leaveLine() {
        if (changed != null) {
            changed.drop();
        }
    }

    /** It is still the value of the channel. */
    @Override
    public Undelivered<? super T> undelivered() {
        return Undelivered.keep();
    }

    @Override
    public String state() {
        return ended ? "DONE" : "Watch.waitFor";
    }

    @Override
    public Future<?> awaited() {
        return ended ? null : changed;
    }
}
