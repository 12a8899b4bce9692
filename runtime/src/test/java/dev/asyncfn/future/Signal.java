package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** A leaf by the book, which a test completes; it counts its polls and drops, and does in them what the test wants. */
public final class Signal<T> implements Future<T> {
    public final AtomicInteger polls = new AtomicInteger();
    public final AtomicInteger drops = new AtomicInteger();
    private final AtomicWaker waker = new AtomicWaker();
    private volatile Callable<T> outcome;
    private Runnable onPoll = () -> {};
    private Runnable onDrop = () -> {};

    /** Pending, until it is completed. */
    public Signal() {}

    /** Does {@code action} in each poll, after it has registered the waker. */
    public Signal<T> onPoll(Runnable action) {
        onPoll = action;
        return this;
    }

    /** Does {@code action} in each drop. */
    public Signal<T> onDrop(Runnable action) {
        onDrop = action;
        return this;
    }

    /** Has the next poll be ready, and wakes. */
    public void complete(T value) {
        outcome = () -> value;
        waker.wake();
    }

    /** Has the next poll throw, and wakes. */
    public void fail(Exception failure) {
        outcome = () -> {
            throw failure;
        };
        waker.wake();
    }

    /** Wakes for nothing. */
    public void wake() {
        waker.wake();
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        polls.incrementAndGet();
        waker.register(cx.waker());
        onPoll.run();
        Callable<T> now = outcome;
        if (now == null) {
            return Poll.pending();
        }
        waker.drop();
        return Poll.ready(now.call());
    }

    @Override
    public void drop() {
        drops.incrementAndGet();
        waker.drop();
        onDrop.run();
    }
}
