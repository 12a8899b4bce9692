package dev.asyncfn.time;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.AtomicWaker;
import java.time.Duration;

/**
 * A future that is ready once a time has passed. tokio's {@code Sleep}. Its value is null.
 *
 * <p>The time begins when the future is made, not at its first poll. One daemon thread, shared by all, wakes the tasks; a future that is
 * dropped is taken out of its queue. Polling again after completion gives ready again.
 */
public final class Sleep implements Future<Void> {
    static final int UNQUEUED = -1;

    /** In terms of {@link System#nanoTime()}: only differences mean anything. */
    final long deadline;

    /** Where it is in the timer's heap, or {@link #UNQUEUED}; guarded by the timer. */
    int place = UNQUEUED;

    private final AtomicWaker waker = new AtomicWaker();
    private boolean queued;
    private volatile boolean fired;

    Sleep(long deadline) {
        this.deadline = deadline;
    }

    /**
     * Ready when this time from now has passed.
     *
     * @param duration zero or less is ready at once; more than 146 years are taken for that
     */
    public static Sleep of(Duration duration) {
        return new Sleep(System.nanoTime() + nanos(duration));
    }

    @Override
    public Poll<Void> poll(Context cx) {
        if (isOver()) {
            return over(cx);
        }
        waker.register(cx.waker());
        if (!queued) {
            queued = true;
            Timer.shared().add(this);
        }
        return isOver() ? over(cx) : Poll.pending();
    }

    private boolean isOver() {
        return fired || System.nanoTime() - deadline >= 0;
    }

    private Poll<Void> over(Context cx) {
        if (!cx.proceed()) {
            return Poll.pending();
        }
        drop();
        return Poll.ready(null);
    }

    /** Takes it out of the timer's queue. */
    @Override
    public void drop() {
        if (queued) {
            queued = false;
            Timer.shared().remove(this);
        }
        waker.drop();
    }

    /** The time has come; called by the timer's thread. */
    void fire() {
        fired = true;
        waker.wake();
    }

    private static long nanos(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        try {
            // Half the range, as the difference of two deadlines has to fit, too.
            return Math.min(duration.toNanos(), Long.MAX_VALUE / 2);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }
}
