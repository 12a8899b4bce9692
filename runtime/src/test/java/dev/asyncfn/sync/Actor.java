package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Random;

/**
 * A task that does random operations on what is tested and on its model, and compares them at each poll. Most operations it awaits to
 * their end, so that one that is never woken locks up the schedule; some it polls a few times and then drops.
 */
abstract class Actor implements Future<Void>, Traced {
    private static final int ENDLESS = Integer.MAX_VALUE;

    final Random random;
    private int left;
    private Operation<?> current;
    private int patience;
    private boolean finished;

    Actor(Random random, int operations) {
        this.random = random;
        this.left = operations;
    }

    /** Begins an operation, or does something that needs no await and gives null. */
    abstract Operation<?> next() throws Exception;

    /** Lets go of everything; called once, at the end. */
    abstract void finish();

    /** Called by who wants to stop after the present operation. */
    final void stop() {
        left = 0;
    }

    /** Whether operations may be dropped before they have ended. */
    boolean isImpatient() {
        return random.nextInt(4) == 0;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
        for (; ; ) {
            if (current == null) {
                if (left == 0) {
                    finished = true;
                    finish();
                    return Poll.ready(null);
                }
                left--;
                current = next();
                patience = current != null && isImpatient() ? random.nextInt(3) : ENDLESS;
                if (current == null && random.nextBoolean()) {
                    cx.waker().wakeByRef();
                    return Poll.pending();
                }
            } else if (pollCurrent(current, cx).isPending()) {
                return Poll.pending();
            }
        }
    }

    /** Pending if the actor is to suspend. */
    private <T> Poll<Void> pollCurrent(Operation<T> operation, Context cx) throws Exception {
        boolean ends = operation.endsNow();
        Poll<T> poll;
        try {
            poll = operation.future.poll(cx);
        } catch (RuntimeException failure) {
            assertThat(ends).as("a poll that throws %s", failure).isTrue();
            current = null;
            operation.failed(failure);
            return Poll.ready(null);
        }
        assertThat(poll.isReady()).as("whether the poll is ready").isEqualTo(ends);
        if (poll instanceof Poll.Ready<T> ready) {
            current = null;
            operation.completed(ready.value());
            return Poll.ready(null);
        }
        if (patience == 0) {
            current = null;
            operation.future.drop();
            operation.dropped();
            return Poll.ready(null);
        }
        if (patience != ENDLESS) {
            patience--;
            cx.waker().wakeByRef();
        }
        return Poll.pending();
    }

    @Override
    public String state() {
        return finished ? "DONE" : "with " + left + " operations left";
    }

    @Override
    public Future<?> awaited() {
        return current == null ? null : current.future;
    }
}
