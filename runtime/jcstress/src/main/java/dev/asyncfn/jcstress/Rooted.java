package dev.asyncfn.jcstress;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;

/** The root future of a task, which counts. All plain: the task's state publishes what a waker wrote to the poll, and each poll to the next. */
final class Rooted implements Future<Integer> {
    private final boolean readyOnceScheduled;
    private boolean ready;
    private boolean yields;
    private Waker waker;
    private int polls;
    private int drops;

    /**
     * Pending until it is completed.
     *
     * @param ready ready when it is polled, or, after {@link #schedule}, at the second poll
     */
    Rooted(boolean ready) {
        this.ready = ready;
        this.readyOnceScheduled = ready;
    }

    /** Has the task suspended, so that its waker is known, and scheduled again; counts from then on. Gives its job. */
    Runnable schedule(Jobs jobs) {
        ready = false;
        jobs.runAll();
        ready = readyOnceScheduled;
        polls = 0;
        waker.wakeByRef();
        return jobs.take();
    }

    /** Has the next poll that is pending wake its own task. */
    void yieldOnce() {
        yields = true;
    }

    void complete() {
        ready = true;
        waker.wakeByRef();
    }

    Waker waker() {
        return waker;
    }

    int polls() {
        return polls;
    }

    int drops() {
        return drops;
    }

    @Override
    public Poll<Integer> poll(Context cx) {
        if (drops > 0) {
            throw new AssertionError("polled after it was dropped");
        }
        polls++;
        waker = cx.waker();
        if (ready) {
            return Poll.ready(7);
        }
        if (yields) {
            yields = false;
            cx.waker().wakeByRef();
        }
        return Poll.pending();
    }

    @Override
    public void drop() {
        drops++;
    }
}
