package lesson_04_leaves;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A leaf that waits for a timer. */
final class TimerFuture implements Future<Void> {
    private final ScheduledExecutorService timer;
    private final long millis;
    private boolean started;

    // Two threads use these: the one that polls, and the timer's.
    private boolean completed;
    private Waker waker;

    TimerFuture(ScheduledExecutorService timer, long millis) {
        this.timer = timer;
        this.millis = millis;
    }

    @Override
    public Poll<Void> poll(Context cx) {
        synchronized (this) {
            if (completed) {
                return Poll.ready(null);
            }
            waker = cx.waker().clone(); // to be woken later, by the timer's thread
        }
        if (!started) {
            started = true;
            timer.schedule(this::complete, millis, TimeUnit.MILLISECONDS);
        }
        return Poll.pending();
    }

    private void complete() {
        Waker toWake;
        synchronized (this) {
            completed = true;
            toWake = waker;
        }
        toWake.wake();
    }
}
