package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.waker.SingleWait;
import java.util.Objects;
import java.util.function.Function;

/** The items that a future sends, until it completes. */
final class GeneratedStream<T> extends SingleWait implements Stream<T>, Traced {
    private final Rendezvous<T> rendezvous = new Rendezvous<>();
    /** Null once it was called. */
    private Function<? super Sink<T>, ? extends Future<?>> body;
    /** Null before the first poll, and after its end. */
    private Future<?> child;
    /** What the child has thrown after it sent an item; else null. */
    private Throwable failure;

    GeneratedStream(Function<? super Sink<T>, ? extends Future<?>> body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    @Override
    public Poll<T> pollNext(Context cx) throws Exception {
        if (body != null) {
            Function<? super Sink<T>, ? extends Future<?>> called = body;
            body = null;
            child = ChildFuture.claimed(called.apply(rendezvous), this, "body returned null");
        }
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            throw Sneaky.asIs(thrown);
        }
        if (child == null) {
            return Stream.end();
        }
        if (!cx.hasBudgetRemaining()) {
            cx.proceed(); // which has the task polled again
            return Poll.pending();
        }
        rendezvous.request(cx);
        boolean ended = run(cx);
        T item = rendezvous.item();
        if ((item != null || ended) && cx.hasBudgetRemaining()) {
            cx.proceed(); // only now: a body that waits must not use up the budget of those within it
        }
        if (ended) {
            rendezvous.closeAtOnce(); // or what else has the sink would wait for a request for ever
        }
        if (item != null) {
            return Streams.item(item);
        }
        return ended ? Stream.end() : Poll.pending();
    }

    /** Polls the child; returns whether it has ended. If an item is there, its failure comes after that. */
    private boolean run(Context cx) throws Exception {
        Future<?> polled = child;
        child = null;
        try {
            if (!ChildFuture.completes(polled, cx)) {
                child = polled;
                return false;
            }
        } catch (Throwable thrown) {
            if (!rendezvous.hasItem()) {
                Cleanup.after(thrown, rendezvous::closeAtOnce);
                throw thrown;
            }
            failure = thrown;
        }
        return true;
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        body = null;
        failure = null;
        rendezvous.abandon();
        Future<?> polled = child;
        child = null;
        try {
            if (ChildFuture.isPendingAfterDrop(polled, cx)) {
                child = polled;
                return Poll.pending();
            }
        } catch (Throwable thrown) {
            Cleanup.after(thrown, rendezvous::end);
            throw thrown;
        }
        rendezvous.end();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        body = null;
        failure = null;
        rendezvous.abandon();
        Future<?> left = child;
        child = null;
        Drops drops = new Drops(null);
        drops.drop(left);
        drops.run(rendezvous::end);
        drops.rethrow();
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public String state() {
        return "GeneratedStream";
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
