package dev.asyncfn.processor.differential;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.util.concurrent.Callable;

/** A future that is pending a given number of times, waking at once, and then does its work. */
class Leaf<T> implements Future<T> {
    private final Trace trace;
    private final int number;
    private final String name;
    private final Callable<T> work;
    private int pendings;
    private boolean finished;

    Leaf(Trace trace, int number, String name, int pendings, Callable<T> work) {
        this.trace = trace;
        this.number = number;
        this.name = name;
        this.pendings = pendings;
        this.work = work;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        trace.polled(this, cx);
        if (finished) {
            trace.violation(this + " polled after it was ready or dropped");
        }
        if (pendings > 0 && !Trace.isHurried()) {
            pendings--;
            trace.suspendedOn(number, name);
            cx.waker().wakeByRef();
            return Poll.pending();
        }
        finished = true;
        trace.suspendedOnNothing();
        return Poll.ready(work.call());
    }

    @Override
    public void drop() {
        finished = true;
        trace.dropped(this);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A leaf that may throw a checked exception. */
    static final class Try<T, E extends Exception> extends Leaf<T> implements TryFuture<T, E> {
        Try(Trace trace, int number, String name, int pendings, Callable<T> work) {
            super(trace, number, name, pendings, work);
        }
    }
}
