package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The value of the first attempt that succeeds. */
final class Retry<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final Callable<? extends Future<T>> attempt;
    /** How many attempts are left. */
    private int left;
    /** The attempt that is under way, or null. */
    private Future<T> current;

    private boolean ended;
    private List<Exception> failures = List.of();
    private Undelivered<? super T> ofValue = Undelivered.close();

    Retry(int attempts, Callable<? extends Future<T>> attempt) {
        if (attempts < 1) {
            throw new IllegalArgumentException("no attempts: " + attempts);
        }
        this.left = attempts;
        this.attempt = Objects.requireNonNull(attempt, "attempt");
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        while (true) {
            if (!cx.proceed()) {
                ended = false;
                return Poll.pending();
            }
            try {
                Poll<T> poll = advance(cx);
                ended = poll.isReady();
                return poll;
            } catch (Exception failure) {
                failed(failure);
            }
        }
    }

    private Poll<T> advance(Context cx) throws Exception {
        if (current == null) {
            left--;
            Future<T> made = Objects.requireNonNull(attempt.call(), "the attempt");
            OwnedFuture.claim(made, this);
            current = made;
        }
        Future<T> polled = current;
        current = null;
        try {
            Poll<T> poll = Objects.requireNonNull(polled.poll(cx), "poll returned null");
            if (poll.isPending()) {
                current = polled;
            } else {
                ofValue = polled.undelivered();
            }
            return poll;
        } catch (Throwable thrown) {
            Traced.restore(thrown, polled);
            throw thrown;
        }
    }

    /** Throws the last failure, with the earlier ones suppressed. */
    private void failed(Exception failure) throws Exception {
        if (left == 0) {
            for (Exception earlier : failures) {
                if (earlier != failure) {
                    failure.addSuppressed(earlier);
                }
            }
            failures = List.of();
            throw failure;
        }
        if (failures.isEmpty()) {
            failures = new ArrayList<>();
        }
        failures.add(failure);
    }

    /** No other attempt is made. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended && current != null) {
            ended = true;
            Future<T> polled = current;
            current = null;
            if (polled.pollDrop(cx).isPending()) {
                ended = false;
                current = polled;
                return Poll.pending();
            }
        }
        drop();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        ended = true;
        failures = List.of();
        Future<T> dropped = current;
        current = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return ended ? "DONE" : "retry, " + left + " left";
    }

    @Override
    public Future<?> awaited() {
        return current;
    }
}
