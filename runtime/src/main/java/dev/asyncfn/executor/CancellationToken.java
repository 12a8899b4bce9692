package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.collection.Members;
import dev.asyncfn.failure.Drops;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Asks any number of tasks to stop, once and for all: each checks it when it wants to, or awaits it. tokio-util's
 * {@code CancellationToken}. Thread-safe.
 *
 * <p>A token may have child tokens, which are cancelled with it, or each on its own. A token costs its parent something only while the
 * token, or one below it, is being awaited: a token can simply be forgotten, and so can a future that was dropped while waiting for it.
 */
public final class CancellationToken {
    /** Null at the root. */
    private final CancellationToken parent;
    /** One for the whole tree; guards the sets. */
    private final Object lock;

    private volatile boolean cancelled;
    private final Members<Cancelled> waiting = new Members<>();
    /** Those that, or whose children, are waited for. */
    private final Members<CancellationToken> children = new Members<>();

    /** A token that is not cancelled. */
    public CancellationToken() {
        parent = null;
        lock = new Object();
    }

    private CancellationToken(CancellationToken parent) {
        this.parent = parent;
        this.lock = parent.lock;
    }

    /**
     * A new token that is cancelled with this one; cancelling it does not cancel this one. tokio-util's {@code child_token}.
     *
     * @return a token that can be forgotten at any time; it is cancelled from the start if this one is
     */
    public CancellationToken child() {
        return new CancellationToken(this);
    }

    /**
     * Whether this token, or one above it, has been cancelled. Takes time in proportion to the number of tokens above.
     *
     * @return true from then on; false may be out of date as soon as it is returned
     */
    public boolean isCancelled() {
        for (CancellationToken token = this; token != null; token = token.parent) {
            if (token.cancelled) {
                return true;
            }
        }
        return false;
    }

    /**
     * Cancels this token and those below it, and wakes the waiting tasks in the order in which they came; has no effect the second time.
     * A waker that throws does not keep the others from being woken; its exception is thrown afterwards, with those of others suppressed
     * in it.
     */
    public void cancel() {
        List<Cancelled> woken = new ArrayList<>();
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            takeWaiting(woken);
            detachIfIdle();
        }
        Drops thrown = new Drops(null);
        woken.forEach(waiter -> thrown.run(waiter::wake));
        thrown.rethrow();
    }

    /**
     * A future that is ready, with null, once the token has been cancelled. It may be polled again then.
     *
     * @return a new future for each call, which is used by one task at a time and may simply be dropped
     */
    public Future<Void> cancelled() {
        return new Cancelled(this);
    }

    /**
     * Runs {@code future} until it completes or the token is cancelled, whichever comes first. If a poll finds both, the
     * future's value or exception wins; but if the token is cancelled before the first poll, nothing runs.
     *
     * <p>A task that is not awaited and ends with this exception has not failed: its {@link UncaughtTaskHandler} is not notified.
     *
     * @param <T> the type of the value
     * @param future belongs to the result from now on; if the token is cancelled before the first poll, it is dropped without having run
     * @return a future of that value; if cancelled, it drops {@code future} and throws {@link java.util.concurrent.CancellationException}
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <T> Future<T> runUntilCancelled(Future<T> future) {
        return new RunUntilCancelled<T, Exception>(this, future);
    }

    /**
     * As {@link #runUntilCancelled(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future belongs to the result from now on; if the token is cancelled before the first poll, it is dropped without having run
     * @return a future of that value. {@link java.util.concurrent.CancellationException} is unchecked, and does not have to be part of
     *     {@code E}
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    @SuppressWarnings("overloads")
    public <T, E extends Exception> TryFuture<T, E> runUntilCancelled(TryFuture<T, E> future) {
        return new RunUntilCancelled<>(this, future);
    }

    /** Has {@code waiter} woken when the token is cancelled, unless it has been. */
    boolean add(Cancelled waiter) {
        synchronized (lock) {
            if (isCancelled()) {
                return false;
            }
            waiting.add(waiter);
            for (CancellationToken token = this; token.parent != null; token = token.parent) {
                if (!token.parent.children.add(token)) {
                    break; // it is known there already, and so above
                }
            }
            return true;
        }
    }

    void remove(Cancelled waiter) {
        synchronized (lock) {
            if (waiting.remove(waiter)) {
                detachIfIdle();
            }
        }
    }

    /** Removes this token from those above if nothing waits for it. */
    private void detachIfIdle() {
        CancellationToken token = this;
        while (token.parent != null && token.waiting.isEmpty() && token.children.isEmpty()) {
            token.parent.children.remove(token);
            token = token.parent;
        }
    }

    private void takeWaiting(List<Cancelled> into) {
        Queue<CancellationToken> tokens = new ArrayDeque<>(List.of(this));
        for (CancellationToken token = tokens.poll(); token != null; token = tokens.poll()) {
            into.addAll(token.waiting.take());
            tokens.addAll(token.children.take());
        }
    }

    /** How many waiting futures and tokens it knows. */
    int known() {
        synchronized (lock) {
            return waiting.size() + children.size();
        }
    }
}
