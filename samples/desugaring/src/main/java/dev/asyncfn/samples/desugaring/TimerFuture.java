package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A leaf written by hand: it waits for a timer. This is the other kind of future: not a state machine that resumes, but the
 * place where a waker is kept, and woken by something other than an executor.
 */
final class TimerFuture implements Future<Void> {
    private final ScheduledExecutorService timer;
    private final Duration delay;
    private boolean started;

    // Shared between the task, which polls, and the timer's thread, which completes.
    private boolean completed;
    private Waker waker;

    TimerFuture(ScheduledExecutorService timer, Duration delay) {
        this.timer = timer;
        this.delay = delay;
    }

    @Override
    public Poll<Void> poll(Context cx) {
        synchronized (this) {
            if (completed) {
                return Poll.ready(null);
            }
            if (waker != null) {
                waker.drop();
            }
            waker = cx.waker().clone(); // of this poll: the future may have moved to another task since the last one
        }
        if (!started) {
            started = true; // nothing runs before the first poll
            timer.schedule(this::complete, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        return Poll.pending();
    }

    private void complete() {
        Waker toWake;
        synchronized (this) {
            completed = true;
            toWake = waker;
            waker = null;
        }
        if (toWake != null) {
            toWake.wake(); // outside the lock: a waker may run anything
        }
    }

    /** Gives up: no task needs to be woken any more. */
    @Override
    public synchronized void drop() {
        if (waker != null) {
            waker.drop();
            waker = null;
        }
    }
}
