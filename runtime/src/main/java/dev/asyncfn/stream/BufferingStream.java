package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Sneaky;
import java.util.ArrayList;
import java.util.List;

/** The values of futures, several of which run at once: the common part of the two orders. */
abstract class BufferingStream<T> extends StreamAdapter<Future<? extends T>, T> {
    final int limit;
    /** The exception of the upstream while futures were running, whose values come first. */
    private Throwable failure;

    BufferingStream(Stream<Future<? extends T>> futures, int limit) {
        super(futures);
        if (limit <= 0) {
            throw new IllegalArgumentException("a buffer of " + limit + " futures makes no progress");
        }
        this.limit = limit;
    }

    /** How many futures count for the limit. */
    abstract int size();

    /** Those that have not completed, in order. */
    abstract List<Future<?>> running();

    /** The next future, or null if there is none now. */
    final Future<? extends T> pollFuture(Context cx) {
        if (failure != null) {
            return null;
        }
        try {
            return pollUpstream(cx) instanceof Poll.Ready<Future<? extends T>> next ? next.value() : null;
        } catch (Throwable thrown) {
            failure = thrown;
            return null;
        }
    }

    /** The result when no future is running. */
    final Poll<T> none() {
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw Sneaky.asIs(thrown);
        }
        return upstreamEnded() ? Stream.end() : Poll.pending();
    }

    /** Drops the futures, with the values that nobody will get. */
    abstract void dropRunning();

    @Override
    final void dropChildren() {
        failure = null; // or a poll after the end would throw it
        dropRunning();
    }

    @Override
    public final List<Future<?>> awaitedAll() {
        List<Future<?>> all = new ArrayList<>(running());
        if (size() < limit) {
            all.addAll(super.awaitedAll());
        }
        return all;
    }
}
