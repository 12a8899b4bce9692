package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Sneaky;
import java.util.ArrayList;
import java.util.List;

/** The items in lists. */
final class ChunksStream<T> extends StreamAdapter<T, List<T>> {
    private final int size;
    /** Whether a list that is not full is given rather than waited with. */
    private final boolean readyOnly;

    private List<T> gathered = new ArrayList<>();
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
                if (gathered.isEmpty()) {
                    throw Sneaky.asIs(thrown);
                }
                failure = thrown;
                return give();
            }
            if (!(poll instanceof Poll.Ready<T> next)) {
                return readyOnly && !gathered.isEmpty() ? give() : Poll.pending();
            }
            if (next.value() == null) {
                return gathered.isEmpty() ? Stream.end() : give();
            }
            gathered.add(next.value());
        }
        return give();
    }

    private Poll<List<T>> give() {
        Poll<List<T>> chunk = Poll.ready(gathered);
        gathered = new ArrayList<>();
        return chunk;
    }

    @Override
    void dropChildren() {
        gathered = new ArrayList<>();
        failure = null;
    }
}
