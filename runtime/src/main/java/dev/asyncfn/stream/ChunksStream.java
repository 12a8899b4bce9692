package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.Held;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The items in lists. */
final class ChunksStream<T> extends StreamAdapter<T, List<T>> {
    private final int size;
    /** Whether a list that is not full is given rather than waited with. */
    private final boolean readyOnly;

    private final Held<T> gathered = new Held<>();
    private Undelivered<? super List<T>> ofChunk = Undelivered.close();
    /** The exception of the upstream while there were items to return first. */
    private Throwable failure;

    ChunksStream(Stream<T> upstream, int size, boolean readyOnly) {
        super(upstream);
        if (size <= 0) {
            throw new IllegalArgumentException("chunks of " + size + " items");
        }
        this.size = size;
        this.readyOnly = readyOnly;
    }

    @Override
    Poll<List<T>> advance(Context cx) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        while (gathered.size() < size) {
            Poll<T> poll;
            try {
                poll = pollUpstream(cx);
            } catch (Throwable thrown) {
                if (gathered.size() == 0) {
                    throw Sneaky.asIs(thrown);
                }
                failure = thrown;
                return give();
            }
            if (!(poll instanceof Poll.Ready<T> next)) {
                return readyOnly && gathered.size() > 0 ? give() : Poll.pending();
            }
            if (next.value() == null) {
                return gathered.size() == 0 ? Stream.end() : give();
            }
            gathered.add(next.value(), ofUpstream());
        }
        return give();
    }

    private Poll<List<T>> give() {
        ofChunk = gathered.undelivered();
        return Poll.ready(gathered.take());
    }

    @Override
    public Undelivered<? super List<T>> undelivered() {
        return ofChunk;
    }

    @Override
    void dropChildren() {
        failure = null;
        Drops drops = new Drops(null);
        gathered.release(drops);
        drops.rethrow();
    }
}
