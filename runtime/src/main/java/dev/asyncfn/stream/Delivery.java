package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.waker.WakerSlot;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One subscription: the task that takes items from the stream and passes them to the subscriber, as many as it requested. All signals after
 * {@code onSubscribe} come from polls, and so one after the other; {@code request} and {@code cancel} only take notes and wake the task,
 * so that they may be called from within {@code onNext}, and from anywhere else.
 */
final class Delivery<T> implements Future<Void>, Flow.Subscription, Waiting {
    /** Fused, since it may be dropped after it has ended or thrown. */
    private final Stream<T> stream;
    /** Null once there is nothing more to signal. */
    private volatile Flow.Subscriber<? super T> subscriber;

    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;
    /** The mistake of the subscriber, to be signalled by the next poll. */
    private volatile Throwable offence;

    private final WakerSlot waker = new WakerSlot();
    /** How this ends, while the stream cleans up; else null. */
    private Ending<Void> ending;

    Delivery(Stream<T> stream, Flow.Subscriber<? super T> subscriber) {
        this.stream = stream.fuse();
        this.subscriber = subscriber;
    }

    /** Makes the subscription known, then becomes a task, unless there is a failure to signal immediately. */
    void start(Spawner spawner, Throwable failure) {
        try {
            subscriber.onSubscribe(this);
        } catch (Throwable thrown) {
            letGo();
            throw thrown;
        }
        if (cancelled) {
            letGo();
        } else if (failure != null) {
            fail(failure);
        } else {
            spawn(spawner);
        }
    }

    private void spawn(Spawner spawner) {
        try {
            spawner.spawnDetached(this);
        } catch (Throwable rejected) { // mostly a RejectedExecutionException
            if (subscriber == null) {
                throw rejected; // not by the spawn, as everything has been signalled
            }
            fail(rejected);
        }
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            offence = new IllegalArgumentException("rule 3.9 of Reactive Streams: request of " + count + " items");
        } else {
            demand.accumulateAndGet(count, Delivery::cappedSum);
        }
        waker.wake();
    }

    private static long cappedSum(long demand, long count) {
        long sum = demand + count;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void cancel() {
        cancelled = true;
        waker.wake();
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        if (ending == null) {
            try {
                if (!deliver(cx)) {
                    return Poll.pending();
                }
                ending = Ending.with(GuardedSink.DONE, null);
            } catch (Throwable thrown) {
                subscriber = null;
                ending = Ending.with(Poll.pending(), thrown);
            }
        }
        if (!ending.letsGo(stream::pollDrop, cx)) {
            return Poll.pending();
        }
        end();
        return GuardedSink.DONE;
    }

    /** Signals as much as there is demand for; whether there is nothing more to signal. */
    private boolean deliver(Context cx) {
        while (!isOver()) {
            boolean asked = demand.get() > 0;
            if (!(asked && take(cx))) {
                waker.register(cx.waker());
                if (!isOver() && (asked || demand.get() == 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isOver() {
        return subscriber == null || cancelled || offence != null;
    }

    /** Polls the stream once, and signals the result; false if there was none. */
    private boolean take(Context cx) {
        Poll<T> poll;
        try {
            poll = stream.pollNext(cx);
        } catch (Throwable failure) {
            fail(failure);
            return true;
        }
        if (!(poll instanceof Poll.Ready<T> next)) {
            return false;
        }
        if (next.value() == null) {
            Flow.Subscriber<? super T> told = subscriber;
            letGo();
            told.onComplete();
            return true;
        }
        // The largest demand means: as many as there are.
        demand.updateAndGet(count -> count == Long.MAX_VALUE ? count : count - 1);
        subscriber.onNext(next.value());
        return true;
    }

    /** The stream has ended, perhaps because the subscriber has said so. */
    private void end() {
        if (subscriber == null || cancelled) {
            Drops drops = ending.drops();
            ending = null;
            drops.run(this::letGo);
            drops.rethrow();
        } else {
            fail(offence);
        }
    }

    private void fail(Throwable failure) {
        Flow.Subscriber<? super T> told = subscriber;
        Drops drops = new Drops(failure);
        Throwable ofCleanup = ending == null ? null : ending.dropsOfCleanup().failure();
        ending = null;
        if (ofCleanup != null) {
            drops.and(ofCleanup);
        }
        drops.run(this::letGo);
        told.onError(failure);
    }

    /** Drops everything; the subscriber too must not be held any more. */
    private void letGo() {
        subscriber = null;
        try {
            waker.drop();
        } finally {
            stream.drop();
        }
    }

    /** As a drop, once the stream has cleaned up. */
    @Override
    public Poll<Void> pollDrop(Context cx) {
        if (subscriber != null || ending != null) {
            if (ending == null) {
                ending = Ending.dropped();
            }
            if (!ending.letsGo(stream::pollDrop, cx)) {
                return Poll.pending();
            }
            drop();
        }
        return GuardedSink.DONE;
    }

    /** The executor is being closed, of which the subscriber would otherwise never be notified. */
    @Override
    public void drop() {
        if (subscriber == null && ending == null) {
            return;
        }
        if (subscriber == null || cancelled) {
            Drops drops = ending == null ? new Drops(null) : ending.dropsOfCleanup();
            ending = null;
            drops.run(this::letGo);
            drops.rethrow();
        } else {
            fail(new CancellationException("the executor of the stream was closed"));
        }
    }

    @Override
    public String state() {
        if (subscriber == null) {
            return "DONE";
        }
        return demand.get() == 0 ? "waits for demand" : "next of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
