package dev.asyncfn.transfer;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.function.Supplier;

/**
 * The place of an operation that another one is made of, such as the read below a buffered read. It is started when it is polled, and the place
 * is free again once it has ended or was given up. Not thread-safe. Not exported.
 *
 * @param <T> the type of its value
 */
public class Step<T> {
    private final Supplier<? extends Future<T>> start;
    /** Null while the place is free. */
    private Future<T> future;

    /**
     * A free place.
     *
     * @param start makes a new operation
     */
    public Step(Supplier<? extends Future<T>> start) {
        this.start = start;
    }

    /**
     * Polls the operation; starts one if the place is free.
     *
     * @param cx the context of this poll
     * @return the result of the poll
     * @throws Exception the failure of the operation
     */
    public Poll<T> poll(Context cx) throws Exception {
        Future<T> polled = future == null ? start.get() : future;
        future = null; // unless it has to wait
        Poll<T> outcome = polled.poll(cx);
        if (outcome.isPending()) {
            future = polled;
        }
        return outcome;
    }

    /** Drops the operation, if there is one. */
    public void drop() {
        Future<T> dropped = future;
        future = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    /**
     * Gives up the operation, if there is one, as {@link Future#pollDrop} does.
     *
     * @param cx the context of this call
     * @return ready once the place is free
     * @throws Exception a failure of its cleanup
     */
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Future<T> dropped = future;
        if (dropped == null) {
            return Poll.ready(null);
        }
        future = null;
        Poll<Void> outcome = dropped.pollDrop(cx);
        if (outcome.isPending()) {
            future = dropped;
        }
        return outcome;
    }

    /**
     * The operation that is in this place.
     *
     * @return null if the place is free
     */
    public Future<?> future() {
        return future;
    }
}
