package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.concurrent.atomic.AtomicInteger;

/** A leaf made by hand: counts its polls and drops, keeps the waker of the newest poll, and does in a poll what the test wants. */
public final class Leaf<T> implements Future<T> {
    /** What a poll does. */
    public interface Step<T> {
        Poll<T> poll(Context cx) throws Exception;
    }

    public final AtomicInteger polls = new AtomicInteger();
    public final AtomicInteger drops = new AtomicInteger();
    public volatile Waker waker;
    private final Step<T> step;
    private volatile Poll<T> outcome = Poll.pending();
    private volatile Runnable onDrop = () -> {};

    private Leaf(Step<T> step) {
        this.step = step;
    }

    /** Does {@code step} at each poll. */
    public static <T> Leaf<T> doing(Step<T> step) {
        return new Leaf<>(step);
    }

    /** Pending until {@link #complete}. */
    public static <T> Leaf<T> pending() {
        return new Leaf<>(null);
    }

    public Leaf<T> onDrop(Runnable action) {
        onDrop = action;
        return this;
    }

    /** The next poll is ready; wakes nobody. */
    public void complete(T value) {
        outcome = Poll.ready(value);
    }

    /** The next poll is ready, and the newest waker is woken. */
    public void completeAndWake(T value) {
        complete(value);
        waker.wakeByRef();
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        polls.incrementAndGet();
        waker = cx.waker().clone();
        return step == null ? outcome : step.poll(cx);
    }

    @Override
    public void drop() {
        drops.incrementAndGet();
        onDrop.run();
    }
}
