package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.BlockQueue;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.waker.SingleWait;
import dev.asyncfn.waker.WakerSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * The items of a publisher. Its signals, which come from any thread, only fill the queue and wake the task; {@code request} and
 * {@code cancel} are called from polls and drops only, and so one after the other, and never with the lock held.
 */
final class PublisherStream<T> extends SingleWait implements Stream<T>, Flow.Subscriber<T>, Traced {
    private final Flow.Publisher<? extends T> publisher;
    private final int prefetch;
    private final Undelivered<? super T> undelivered;
    private final WakerSlot waker = new WakerSlot();
    private boolean subscribed;

    private final Object lock = new Object();
    /** This and all below is guarded by the lock. */
    private final BlockQueue<T> queue = new BlockQueue<>();

    private Flow.Subscription subscription;
    /** How many items have been requested that have not come. */
    private long outstanding;
    /** Whether there will be no more items: the publisher has ended, or this was dropped. */
    private boolean done;

    private boolean breached;
    private Throwable failure;

    /** A stream that keeps the items that are not taken, which other subscribers may have. */
    PublisherStream(Flow.Publisher<? extends T> publisher, int prefetch) {
        this(publisher, prefetch, Undelivered.keep());
    }

    PublisherStream(Flow.Publisher<? extends T> publisher, int prefetch, Undelivered<? super T> undelivered) {
        this.undelivered = undelivered;
        this.publisher = Objects.requireNonNull(publisher, "publisher");
        if (prefetch <= 0) {
            throw new IllegalArgumentException("a prefetch of " + prefetch + " items");
        }
        this.prefetch = prefetch;
    }

    @Override
    public Poll<T> pollNext(Context cx) {
        try {
            return advance(cx);
        } catch (Throwable thrown) {
            Cleanup.after(thrown, this::drop); // cancels if it was not the publisher that ended
            throw thrown;
        }
    }

    private Poll<T> advance(Context cx) {
        if (!subscribed) {
            subscribed = true;
            publisher.subscribe(this);
        }
        request();
        if (!isReady()) {
            waker.register(cx.waker());
            request(); // the subscription may have come only now
            if (!isReady()) {
                return Poll.pending();
            }
        }
        return cx.proceed() ? take() : Poll.pending();
    }

    /** Requests as many items as are wanted now. */
    private void request() {
        Flow.Subscription asked;
        long count;
        synchronized (lock) {
            long coming = outstanding + queue.size();
            if (subscription == null || done || coming > prefetch / 2) {
                return;
            }
            asked = subscription;
            count = prefetch - coming;
            outstanding += count;
        }
        asked.request(count);
    }

    private boolean isReady() {
        synchronized (lock) {
            return done || !queue.isEmpty();
        }
    }

    private Poll<T> take() {
        Throwable thrown;
        synchronized (lock) {
            T item = queue.poll();
            if (item != null) {
                return Poll.ready(item);
            }
            thrown = failure;
        }
        waker.drop();
        if (thrown != null) {
            SharedFailure.thrown(thrown); // other subscribers may get it, too
            throw Sneaky.asIs(thrown);
        }
        return Stream.end();
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        Objects.requireNonNull(granted, "subscription");
        boolean wanted;
        synchronized (lock) {
            wanted = subscription == null && !done;
            if (wanted) {
                subscription = granted;
            }
        }
        if (wanted) {
            wake();
        } else {
            granted.cancel();
        }
    }

    /** A subscriber must not throw, whatever a waker written by hand does. */
    private void wake() {
        try {
            waker.wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item, "item");
        boolean wanted = false;
        boolean late;
        synchronized (lock) {
            late = done;
            if (!late && outstanding > 0) {
                outstanding--;
                queue.add(item);
                wanted = true;
            } else if (!late) {
                done = true;
                breached = true;
                failure = new IllegalStateException(
                        "rule 1.1 of Reactive Streams: the publisher signalled more items than were requested");
            }
        }
        Drops drops = new Drops(null);
        if (!wanted) {
            drops.release(undelivered, item);
        }
        if (!late) {
            drops.run(waker::wake);
        }
        if (drops.failure() != null) {
            Uncaught.report(drops.failure()); // a subscriber must not throw
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return undelivered;
    }

    @Override
    public void onError(Throwable thrown) {
        end(Objects.requireNonNull(thrown, "throwable"));
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(Throwable thrown) {
        synchronized (lock) {
            if (done) {
                return;
            }
            done = true;
            failure = thrown;
        }
        wake();
    }

    @Override
    public void drop() {
        Flow.Subscription cancelled;
        List<T> left = new ArrayList<>(0);
        synchronized (lock) {
            cancelled = done && !breached ? null : subscription;
            subscription = null;
            done = true;
            queue.drain(left::add);
        }
        Drops drops = new Drops(null);
        left.forEach(item -> drops.release(undelivered, item));
        drops.run(waker::drop);
        if (cancelled != null) {
            drops.run(cancelled::cancel);
        }
        drops.rethrow();
    }

    @Override
    public String state() {
        synchronized (lock) {
            return "PublisherStream, " + queue.size() + " queued, " + outstanding + " requested";
        }
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
