package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.Objects;

/** The items, each of which may take so long. */
final class TimeoutStream<T> extends StreamAdapter<T, T> {
    private final Duration limit;
    private final Clock clock = Clock.current();
    /** Null unless an item is awaited. */
    private Sleep sleep;

    TimeoutStream(Stream<T> upstream, Duration limit) {
        super(upstream);
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        boolean hadBudget = cx.hasBudgetRemaining();
        Poll<T> poll = pollUpstream(cx);
        if (poll instanceof Poll.Ready<T> next) {
            letGoBefore(next.value());
            return poll;
        }
        if (sleep == null) {
            sleep = Sleep.of(limit, clock);
        }
        // One that is never idle leaves no budget for the sleep, and is exactly the case for a timeout.
        boolean neverIdle = hadBudget && !cx.hasBudgetRemaining();
        if (neverIdle && sleep.isElapsed() || sleep.poll(cx).isReady()) {
            throw new ElapsedException("no item within " + limit);
        }
        return Poll.pending();
    }

    /** If that throws, there is no way to hand on the item. */
    private void letGoBefore(T item) {
        Sleep left = sleep;
        sleep = null;
        Drops.dropBefore(left, item == null ? Undelivered.keep() : ofUpstream(), item);
    }

    @Override
    void dropChildren() {
        Sleep left = sleep;
        sleep = null;
        if (left != null) {
            left.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofUpstream();
    }
}
