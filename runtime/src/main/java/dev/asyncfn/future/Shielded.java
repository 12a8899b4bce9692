package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.Objects;

/** A future that has begun and runs to its end although it is given up: {@code pollDrop} goes on polling it, within the bound. */
final class Shielded<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    /** Null once it has completed or been dropped. */
    private Future<T> future;

    /** How long it may go on once it is given up; null if there is no bound. */
    private final Duration bound;

    /** Measures the bound; null before it is given up, or without a bound. */
    private Sleep patience;

    private boolean begun;
    private boolean givenUp;

    /** Whether the bound has passed, so that nothing shields the future any more. */
    private boolean exposed;

    /** True during a poll, too. */
    private boolean ended;

    private Undelivered<? super T> ofValue = Undelivered.close();

    /** @param bound null if there is none */
    Shielded(Future<T> future, Duration bound) {
        this.future = Objects.requireNonNull(future, "future");
        this.bound = bound;
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        begun = true;
        ended = true;
        Poll<T> poll = future.poll(cx);
        if (poll.isPending()) {
            ended = false;
        } else {
            ofValue = future.undelivered();
            future = null;
        }
        return poll;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (ended) {
            return Poll.ready(null);
        }
        ended = true;
        beGivenUp();
        try {
            if (goOn(cx).isPending()) {
                ended = false;
                return Poll.pending();
            }
        } catch (Throwable failure) {
            Drops drops = new Drops(failure);
            drops.drop(patience);
            throw Sneaky.asIs(failure);
        }
        future = null;
        if (patience != null) {
            patience.drop();
        }
        return Poll.ready(null);
    }

    private void beGivenUp() {
        if (!givenUp) {
            givenUp = true;
            exposed = !begun; // nothing is under way that could be finished
            patience = exposed || bound == null ? null : Sleep.of(bound);
        }
    }

    /** Polls the future for nobody, or has it clean up when the time for that is over. Ready once it has ended. */
    private Poll<Void> goOn(Context cx) throws Exception {
        if (exposed) {
            return future.pollDrop(cx);
        }
        boolean hadBudget = cx.hasBudgetRemaining();
        if (future.poll(cx) instanceof Poll.Ready<T> ready) {
            release(ready.value());
            return Poll.ready(null);
        }
        // A future that is never idle leaves no budget for the sleep.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        if (patience == null || !(neverIdle && patience.isElapsed() || isOver(cx))) {
            return Poll.pending();
        }
        exposed = true;
        return future.pollDrop(cx);
    }

    /** Whether the bound has passed. If that cannot be known, as when no thread can be started to wait for it, nothing may stay behind. */
    private boolean isOver(Context cx) {
        try {
            return patience.poll(cx).isReady();
        } catch (Throwable thrown) {
            new Drops(thrown).drop(future);
            throw thrown;
        }
    }

    /** Nobody takes the value any more. */
    private void release(T value) throws Exception {
        Undelivered<? super T> how = future.undelivered();
        how.release(value);
    }

    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            Future<T> dropped = future;
            future = null;
            Drops.dropBoth(patience, dropped);
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        if (ended) {
            return "DONE";
        }
        if (!givenUp) {
            return "shielded";
        }
        return exposed ? "no longer shielded" : "shielded, given up";
    }

    /** The future within, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
