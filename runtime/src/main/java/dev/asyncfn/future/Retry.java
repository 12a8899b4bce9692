package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The value of the first attempt that succeeds, under a policy. */
final class Retry<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final RetryPolicy policy;
    private final Callable<? extends Future<T>> attempt;
    /** How many attempts have begun. */
    private int begun;
    /** The attempt that is under way, or null. */
    private Future<T> current;
    /** The delay before the next attempt, or null. */
    private Sleep delay;

    /** The clock of the first poll, and the time of that; null before. */
    private Clock clock;

    private long start;

    private boolean ended;
    private Deque<Exception> failures;
    private Undelivered<? super T> ofValue = Undelivered.close();

    Retry(RetryPolicy policy, Callable<? extends Future<T>> attempt) {
        this.policy = policy;
        this.attempt = attempt;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        if (clock == null) {
            clock = Clock.current();
            start = clock.nanoTime();
        }
        while (true) {
            if (!isDue(cx)) {
                ended = false;
                return Poll.pending();
            }
            try {
                Poll<T> poll = advance(cx);
                ended = poll.isReady();
                return poll;
            } catch (Exception failure) {
                failed(failure);
            } catch (Throwable error) {
                last(error);
                throw error;
            }
        }
    }

    /** Whether the attempt may be polled, or the next one begin. Only its beginning is paid for: waiting must not use up the budget of others. */
    private boolean isDue(Context cx) {
        if (delay == null) {
            return current != null || cx.proceed();
        }
        if (delay.poll(cx).isPending()) {
            return false;
        }
        delay = null;
        return true;
    }

    private Poll<T> advance(Context cx) throws Exception {
        if (current == null) {
            begun++;
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

    /** Throws the failure, with the earlier ones suppressed, unless another attempt follows. */
    private void failed(Exception failure) throws Exception {
        long nanos;
        try {
            nanos = policy.delayAfter(begun, failure, clock.nanoTime() - start);
        } catch (Throwable thrown) { // by a function of the policy
            last(failure);
            SharedFailure.suppress(thrown, failure);
            throw thrown;
        }
        if (nanos < 0) {
            throw last(failure);
        }
        if (failures == null) {
            failures = new ArrayDeque<>(2);
        } else if (failures.size() == policy.kept()) {
            failures.removeFirst();
        }
        failures.add(failure);
        delay = nanos == 0 ? null : Sleep.of(Duration.ofNanos(nanos), clock);
    }

    /** The failure that ends all of it, with those of earlier attempts suppressed. */
    private <X extends Throwable> X last(X failure) {
        if (failures != null) {
            for (Exception earlier : failures) {
                SharedFailure.suppress(failure, earlier);
            }
            failures = null;
        }
        return failure;
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
        failures = null;
        Future<T> dropped = current;
        current = null;
        Sleep slept = delay;
        delay = null;
        Drops.dropBoth(slept, dropped);
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        int most = policy.attempts();
        String attempts = most == Integer.MAX_VALUE ? begun + " attempts begun" : most - begun + " left";
        return ended ? "DONE" : "retry, " + attempts;
    }

    @Override
    public Future<?> awaited() {
        return delay == null ? current : delay;
    }
}
