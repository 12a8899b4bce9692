package dev.asyncfn.processor.fuzz;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.util.concurrent.Callable;

/** A future that is pending a given number of times, waking at once, and then does its work, also if polled again. */
class Leaf<T> implements Future<T> {
    private final Run run;
    private final String name;
    private final int number;
    private final Callable<T> work;
    private int pendings;
    private boolean ready;
    private boolean dropped;

    Leaf(Run run, String name, int number, int pendings, Callable<T> work) {
        this.run = run;
        this.name = name;
        this.number = number;
        this.pendings = pendings;
        this.work = work;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (run.failsAt(number)) {
            throw run.drop();
        }
        if (pendings > 0 && !run.isHurried()) {
            pendings--;
            run.suspendedOn(this);
            cx.waker().wakeByRef();
            return Poll.pending();
        }
        run.resumed();
        run.log("ready " + name);
        ready = true;
        return Poll.ready(work.call());
    }

    @Override
    public void drop() {
        if (dropped) {
            run.violation(name + " dropped twice");
        }
        if (ready) {
            run.violation(name + " dropped after it was ready");
        }
        dropped = true;
    }

    int number() {
        return number;
    }

    boolean isDropped() {
        return dropped;
    }

    /** A leaf that may throw a checked exception. */
    static final class Try<T> extends Leaf<T> implements TryFuture<T, Checked> {
        Try(Run run, String name, int number, int pendings, Callable<T> work) {
            super(run, name, number, pendings, work);
        }
    }
}
