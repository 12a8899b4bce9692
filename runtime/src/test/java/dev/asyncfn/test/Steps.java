package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;

/** An async fn by hand: awaits one future after the other. The value is that of the last. */
public final class Steps implements Future<Object>, Traced {
    /** Goes on from one await to the next. */
    @FunctionalInterface
    public interface Step {
        /**
         * The next future to await, or null at the end.
         *
         * @param value of the future before, null at first
         */
        Future<?> next(int step, Object value) throws Exception;
    }

    private final Step step;
    private int count;
    private Object value;
    private Future<?> awaited;
    private boolean ended;

    private Steps(Step step) {
        this.step = step;
    }

    public static Steps of(Step step) {
        return new Steps(step);
    }

    @Override
    public Poll<Object> poll(Context cx) throws Exception {
        for (; ; ) {
            if (awaited == null) {
                awaited = step.next(count, value);
                count++;
            }
            if (awaited == null) {
                ended = true;
                return Poll.ready(value);
            }
            if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                return Poll.pending();
            }
            value = ready.value();
            awaited = null;
        }
    }

    @Override
    public void drop() {
        if (awaited != null && !ended) {
            awaited.drop();
            awaited = null;
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : count == 0 ? "START" : "AWAIT_" + count;
    }

    @Override
    public Future<?> awaited() {
        return awaited;
    }
}
