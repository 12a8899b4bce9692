package dev.asyncfn.bridge.reactor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.Futures;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/**
 * The value of a {@code Mono}. One that has arrived when the future is dropped, or arrives later, is released: it may be a connection of a
 * pool, which nobody else would give back.
 */
final class MonoFuture<T> extends OwnedFuture<T> implements Traced {
    private final Undelivered<? super T> undelivered;
    /** The value that has arrived and that no poll has returned. Whoever takes it out, returns or releases it. */
    private final AtomicReference<T> arrived = new AtomicReference<>();

    /** Null once it has ended. */
    private Future<T> future;

    /** Null before the first poll. Cancelling it cancels the subscription. */
    private CompletableFuture<T> subscribed;

    private volatile boolean dropped;

    MonoFuture(Mono<T> mono, Undelivered<? super T> undelivered) {
        this.undelivered = Objects.requireNonNull(undelivered, "undelivered");
        Mono<T> noted = mono.doOnNext(this::arrive).contextWrite(ReactorBridge::withBound);
        this.future = Futures.andThen(Futures.lazy(() -> subscribed = noted.toFuture()), Future::fromShared);
        OwnedFuture.claim(future, this);
    }

    /** Called by the thread that signals the value, before the future can be ready. */
    private void arrive(T value) {
        arrived.set(value);
        if (dropped) {
            release();
        }
    }

    private void release() {
        T left = arrived.getAndSet(null);
        if (left == null) {
            return;
        }
        try {
            undelivered.release(left);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a value that nobody has taken could not be released", e);
        }
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Future<T> polled = future;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        future = null;
        Poll<T> poll = polled.poll(cx);
        if (poll.isPending()) {
            future = polled;
        } else {
            arrived.set(null);
        }
        return poll;
    }

    @Override
    public void drop() {
        Future<T> left = future;
        if (left == null) {
            return;
        }
        future = null;
        dropped = true;
        try {
            left.drop();
            if (subscribed != null) {
                subscribed.cancel(true);
            }
        } finally {
            release();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return undelivered;
    }

    @Override
    public String state() {
        return future == null ? "DONE" : "Mono";
    }

    /** That of the stage; null once this has ended. */
    @Override
    public Future<?> awaited() {
        return future;
    }
}
